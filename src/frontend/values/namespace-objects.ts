/** Namespaces and modules as values. */
import { constants, type Operand } from "../../graph/graph.ts";
import { moduleName } from "../../graph/well-known.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { isNamespaceOnly, membersOf, type NamespaceMember } from "../names/namespaces.ts";
import { readBinding } from "./read-binding.ts";

const objects = new WeakMap<ts.Symbol, string>();

/** A namespace or module as an object: made where the program first asks for it. */
export function namespaceObject(f: FunctionContext, namespace: ts.Symbol, node: ts.Node): Operand {
  const { program, names } = f.translation;
  const members = membersOf(names, namespace);
  const declaration = namespace.valueDeclaration as ts.SourceFile | ts.ModuleDeclaration;
  if (!members.every((one) => isKept(f, one))) return f.refuse(node, "namespaceValue", node.getText());
  let name = objects.get(namespace);
  if (name === undefined) {
    name = names.unique(`${names.moduleOf(declaration).prefix}.${namespace.name}.object`);
    program.globals.set(name, { name, type: "any", initial: constants.undefined, span: undefined });
    objects.set(namespace, name);
  }
  const known = f.emit("get_global", [], node, { name });
  const fields = members.map((one) => one.name);
  const info = f.translation.classOfLiteral(declaration, f.info, "literal", fields);
  if (tsc.isSourceFile(declaration)) info.displayName = moduleName;
  const make = (): Operand => {
    const values = members.map((one) => memberValue(f, one, node));
    const made = f.emit("new_object", values, node, { class: info.name });
    f.emit("set_global", [made], node, { name: name as string });
    return made;
  };
  return f.either(f.emit("strict_equal", [known, constants.undefined], node), make, () => known);
}

/** A variable that changes would have to change in the object as well. */
function isKept({ translation: { names } }: FunctionContext, member: NamespaceMember): boolean {
  if (isNamespaceOnly(names, member.symbol)) return true;
  const binding = names.bindings.get(member.declaration);
  if (binding?.kind !== "local" && binding?.kind !== "global") return binding !== undefined;
  return binding.constant || !binding.accesses.some(({ kind }) => kind === "write");
}

function memberValue(f: FunctionContext, member: NamespaceMember, node: ts.Node): Operand {
  const { names } = f.translation;
  if (isNamespaceOnly(names, member.symbol)) return namespaceObject(f, member.symbol, node);
  const binding = names.bindings.get(member.declaration);
  return binding ? readBinding(f, binding, node) : constants.undefined;
}

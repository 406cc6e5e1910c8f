/** Finalizers: a class has one as the method `[finalizer]`, named by the symbol that `heddle/gc` exports. */
import type { Operand } from "../../graph/graph.ts";
import type { Span } from "../../source/span.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { GraphBuilder } from "../functions/ssa.ts";
import type { ClassBinding } from "../names/bindings.ts";
import type { Translation } from "../translation.ts";

/** The method `[finalizer]` of a class. */
export const finalizerName = "@@finalizer";

/** The symbol that `heddle/gc` exports under the name, in a file that imports it from there. */
export function isFinalizerSymbol(node: ts.Expression): boolean {
  if (!tsc.isIdentifier(node)) return false;
  const file = node.getSourceFile();
  return file.statements.some((one) => {
    if (isFinalizerDeclaration(one)) return node.text === "finalizer";
    if (!tsc.isImportDeclaration(one) || !tsc.isStringLiteral(one.moduleSpecifier)) return false;
    const bindings = one.importClause?.namedBindings;
    if (one.moduleSpecifier.text !== "heddle/gc" || !bindings || !tsc.isNamedImports(bindings)) return false;
    return bindings.elements.some(
      ({ name, propertyName }) => name.text === node.text && (propertyName ?? name).text === "finalizer",
    );
  });
}

/** `export declare const finalizer: unique symbol`, in `heddle/gc` itself. */
function isFinalizerDeclaration(node: ts.Statement): boolean {
  if (!tsc.isVariableStatement(node)) return false;
  const [declared] = node.declarationList.declarations;
  const type = declared?.type;
  return declared?.name.getText() === "finalizer" && type !== undefined && tsc.isTypeOperatorNode(type);
}

/** The function of `heddle/gc` that new instances of classes with finalizers are given. */
const watchFunction = "node.gc.watch";

/** The class or one above it has a method `[finalizer]`. */
function hasFinalizer(binding: ClassBinding): boolean {
  for (let one: ClassBinding | undefined = binding; one; one = one.parent)
    if (one.info.methods.has(finalizerName)) return true;
  return false;
}

/** A new instance is made known to `heddle/gc` if its class has a finalizer. */
export function watchInstance(
  builder: GraphBuilder,
  translation: Translation,
  binding: ClassBinding,
  made: Operand,
  span: Span | undefined,
): void {
  const target = hasFinalizer(binding) ? translation.preludeFunctionNamed(watchFunction) : undefined;
  if (target) builder.emit("call", [made], span, { function: target.name });
}

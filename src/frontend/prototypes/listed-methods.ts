/** Methods that were assigned to prototypes are listed by `for…in`, behind the object's own properties. */
import { constants, graph, type Operand, variable } from "../../graph/graph.ts";
import { ancestors, isSubclass } from "../../graph/program.ts";
import type { ts } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { GraphBuilder } from "../functions/ssa.ts";
import type { Translation } from "../translation.ts";
import { isOfKind } from "./library-methods.ts";

const functionName = "for-in.inherited-names";

/** The names of an object's properties, with those that are inherited. */
export function withListedMethods(
  f: FunctionContext,
  names: Operand,
  object: Operand,
  node: ts.Node,
): Operand {
  const { translation } = f;
  const { listed, library } = translation.prototypes;
  if (f.info.module.prelude || listed.size + library.listed.size === 0) return names;
  if (!translation.program.functions.has(functionName)) addFunction(translation);
  return f.emit("call", [names, object], node, { function: functionName });
}

function addFunction(translation: Translation): void {
  const [names, object] = [variable("names", "any"), variable("object", "any")];
  const builder = new GraphBuilder(graph(functionName, { displayName: "names" }), [names, object]);
  const { program, prototypes } = translation;
  const depth = (name: string): number => [...ancestors(program, name)].length;
  // What a class inherits comes behind what it has.
  const classes = [...prototypes.listed].sort(([a], [b]) => depth(b) - depth(a));
  for (const [className, methods] of classes) {
    const [instance, after] = [builder.block(), builder.block()];
    const test = builder.emit("instance_of", [object], undefined, { class: className });
    builder.branch(test, instance, after);
    builder.sealAndStart(instance);
    for (const one of methods) {
      const next = builder.block();
      for (const other of hidingClasses(translation, className, one)) {
        const go = builder.block();
        builder.branch(builder.emit("instance_of", [object], undefined, { class: other }), next, go);
        builder.sealAndStart(go);
      }
      addName(builder, names, constants.string(one));
      builder.jump(next);
      builder.sealAndStart(next);
    }
    builder.jump(after);
    builder.sealAndStart(after);
  }
  for (const [kind, methods] of prototypes.library.listed) {
    const [yes, after] = [builder.block(), builder.block()];
    builder.branch(isOfKind(builder, object, kind), yes, after);
    builder.sealAndStart(yes);
    for (const one of methods) addName(builder, names, constants.string(one));
    builder.jump(after);
    builder.sealAndStart(after);
  }
  builder.return(names, undefined);
  program.functions.set(functionName, builder.finish());
}

/** Subclasses that declare a member of the name, which is not listed. */
function hidingClasses({ program, prototypes }: Translation, className: string, member: string): string[] {
  return [...program.classes.values()]
    .filter(
      ({ name, methods, getters, setters }) =>
        name !== className &&
        isSubclass(program, name, className) &&
        (methods.has(member) || getters.has(member) || setters.has(member)) &&
        !prototypes.listed.get(name)?.includes(member),
    )
    .map((one) => one.name);
}

function addName(builder: GraphBuilder, names: Operand, name: Operand): void {
  const [add, next] = [builder.block(), builder.block()];
  const isKnown = builder.emit("call_method", [names, name], undefined, { name: "includes" });
  builder.branch(builder.emit("truthy", [isKnown], undefined), next, add);
  builder.sealAndStart(add);
  builder.emit("call_method", [names, name], undefined, { name: "push" });
  builder.jump(next);
  builder.sealAndStart(next);
}

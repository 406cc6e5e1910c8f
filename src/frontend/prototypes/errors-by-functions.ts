/**
 * Errors of the time before `class`: `F.prototype = Object.create(Error.prototype)`. Their class is a subclass of the
 * library's, whose fields it gets before the function runs. They have no stack but one that the program gives them.
 */
import { constants, graph, type Operand, variable } from "../../graph/graph.ts";
import type { ClassInfo } from "../../graph/program.ts";
import { spanOf } from "../checker/spans.ts";
import { shapeOf } from "../functions/parameter-shape.ts";
import { GraphBuilder } from "../functions/ssa.ts";
import type { ClassBinding, FunctionInfo } from "../names/bindings.ts";
import type { Translation } from "../translation.ts";
import { hasThisParameter, parameterNames } from "../tree/function-shape.ts";

/** A function that is a class of errors, or of what inherits from one. */
export interface ErrorFunction {
  readonly info: ClassInfo;
  readonly target: FunctionInfo;
  readonly error: ClassBinding;
  /** `F.prototype.name = "F"` */
  readonly name: string | undefined;
  /** The first of those that it inherits from, or itself, that assigns `message`, which then is listed. */
  readonly messageOf: ClassInfo | undefined;
}

export function addErrorFunction(translation: Translation, one: ErrorFunction): void {
  const root = translation.preludeClass("Error");
  if (!root) return;
  const method = (name: string): string => root.staticMethods.get(name)?.name ?? "";
  const { info, name, messageOf } = one;
  if (messageOf === info)
    info.fields.push({ name: "message", type: "any", definite: false, span: spanOf(one.target.node) });
  info.methods.set("constructor", addConstructor(translation, one, root));
  if (one.error === root || name !== undefined) {
    info.getters.set("stack", ownGetter(translation, info, "stack", [], method("inheritedStack")));
    info.setters.set("stack", root.info.setters.get("stack") ?? "");
  }
  if (name === undefined) return;
  info.getters.set("name", ownGetter(translation, info, "name", [constants.string(name)], method("nameOf")));
  info.setters.set("name", root.info.setters.get("name") ?? "");
}

function ownGetter(
  translation: Translation,
  info: ClassInfo,
  member: string,
  more: readonly Operand[],
  target: string,
): string {
  const name = translation.names.unique(`${info.name}.get-${member}`);
  const self = variable("this", "any");
  const builder = new GraphBuilder(graph(name, { displayName: member, hasThis: true }), [self]);
  builder.return(builder.emit("call", [self, ...more], undefined, { function: target }), undefined);
  translation.program.functions.set(name, builder.finish());
  return name;
}

/** What an error has from the start, then what the function does. */
function addConstructor(
  translation: Translation,
  { info, target, error, messageOf }: ErrorFunction,
  root: ClassBinding,
): string {
  const name = translation.names.unique(`${info.name}.constructor`);
  const self = variable("this", "any");
  const declared = parameterNames(target.node).map((one) => variable(one, "any"));
  const span = spanOf(target.node);
  const header = graph(name, { displayName: target.displayName, hasThis: true, span });
  if (shapeOf(translation, target).hasRest)
    header.notes.rest = translation.restClass({ name, node: target.node });
  const builder = new GraphBuilder(header, [self, ...declared]);
  const initialize = error.constructorFunction?.name ?? "";
  builder.emit("call", [self, constants.undefined, constants.undefined], span, { function: initialize });
  if (messageOf) {
    const attributes = { class: messageOf.name, name: "message" };
    builder.emit("define_field", [self, constants.string("")], span, attributes);
  }
  const forget = root.staticMethods.get("forgetStack")?.name ?? "";
  builder.emit("call", [self], span, { function: forget });
  const own = hasThisParameter(target) ? [self] : [];
  builder.emit("call", [...own, ...declared], span, { function: target.name });
  builder.return(constants.undefined, undefined);
  translation.program.functions.set(name, builder.finish());
  return name;
}

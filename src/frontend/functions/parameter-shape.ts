import { tsc } from "../checker/typescript.ts";
import type { FunctionInfo } from "../names/bindings.ts";
import type { Translation } from "../translation.ts";
import { parametersOf, usesArguments } from "../tree/function-shape.ts";

/** How many parameters a function declares before its rest parameter, if it has one. */
export function shapeOf(translation: Translation, target: FunctionInfo): { count: number; hasRest: boolean } {
  const { node } = target;
  if (tsc.isClassLike(node)) {
    // An implied constructor has the parameters of its parent's.
    const parent = translation.names.classOf(node).parent?.constructorFunction;
    return parent ? shapeOf(translation, parent) : { count: 0, hasRest: false };
  }
  if (usesArguments(node)) return { count: 0, hasRest: true };
  const declared = parametersOf(node);
  const hasRest = declared.at(-1)?.dotDotDotToken !== undefined;
  return { count: declared.length - (hasRest ? 1 : 0), hasRest };
}

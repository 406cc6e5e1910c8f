/**
 * Objects with a method `then` of the program's own: promises are resolved with what it gives. Programs without one do not
 * look for it.
 */

import { type ts, tsc } from "../checker/typescript.ts";
import type { SourceModule } from "../names/bindings.ts";
import type { Translation } from "../translation.ts";

export function knowThenables(translation: Translation, modules: readonly SourceModule[]): void {
  const methods = translation.preludeClass("Promise")?.info.methods;
  const looking = methods?.get("##resolveThenable");
  if (methods && looking !== undefined && modules.some(({ file, prelude }) => !prelude && givesThen(file)))
    methods.set("##resolveValue", looking);
}

/** Some property of this name is declared, written in a literal or assigned; of promises it is only ever called. */
function givesThen(file: ts.SourceFile): boolean {
  const gives = (node: ts.Node): boolean => {
    if (tsc.isIdentifier(node) || tsc.isStringLiteralLike(node))
      return node.text === "then" && !isReadOfMember(node) && !tsc.isTypeElement(node.parent);
    return tsc.forEachChild(node, (child) => gives(child) || undefined) ?? false;
  };
  return /\bthen\b/.test(file.text) && gives(file);
}

/** `promise.then(…)`, not `object.then = …`. */
function isReadOfMember(node: ts.Node): boolean {
  const access = node.parent;
  if (!tsc.isPropertyAccessExpression(access) || access.name !== node) return false;
  const around = access.parent;
  return !(tsc.isBinaryExpression(around) && around.left === access);
}

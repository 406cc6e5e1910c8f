/** Members that the library calls on whatever object it meets (annotate/reflected.ts lets them be reached). */
import { wellKnownSymbols } from "../../graph/frames.ts";
import type { Operand } from "../../graph/graph.ts";
import { constants } from "../../graph/graph.ts";
import {
  ancestors,
  type ClassInfo,
  lookupInherited,
  lookupMember,
  type Program,
} from "../../graph/program.ts";
import { isNever } from "../../graph/types.ts";
import { callClosure, callFunction, signatureOf, undefinedKnown } from "../calls/invoke.ts";
import { convert } from "../convert.ts";
import { anyValue } from "../library/console.ts";
import type { Known, Lowering } from "../lowering.ts";
import { equalStrings, negated } from "../primitives/equality.ts";
import { concatenate } from "../primitives/to-string.ts";
import { split } from "../split.ts";
import { objectOf } from "../tagged/tagged-words.ts";
import { byCase } from "./classes.ts";
import { loadPlace } from "./place-access.ts";

/** A property of an instance: a field, or what its getter gives. */
export function memberOf(l: Lowering, info: ClassInfo, self: Operand, name: string): Known {
  const member = lookupMember(l.context.source, info.name, name);
  const place = member?.kind === "field" ? l.context.layout.place(info.name, name) : undefined;
  if (place) return loadPlace(l, self, place);
  if (member?.kind !== "accessor" || member.getter === undefined) return undefinedKnown;
  return callFunction(l, member.getter, [objectOf(l, self, info.name)]);
}

/**
 * Calls the method of an instance, or the function in a field of that name, as a word that holds any value; undefined if
 * the class has no such thing.
 */
export function callNamed(
  l: Lowering,
  info: ClassInfo,
  self: Operand,
  name: string,
  args: readonly Known[],
  otherwise: () => Operand,
): Operand | undefined {
  const member = lookupMember(l.context.source, info.name, name);
  const receiver = objectOf(l, self, info.name);
  if (member?.kind === "method") {
    if (name === "toString" && /^(prelude|node)\./.test(member.owner.name)) return undefined;
    const { hasThis } = signatureOf(l, member.function);
    return asValue(l, callFunction(l, member.function, hasThis ? [receiver, ...args] : args));
  }
  const place = member?.kind === "field" ? l.context.layout.place(info.name, name) : undefined;
  if (!place?.type.objects.some((one) => isFunction(l, one))) return undefined;
  return split(l, loadPlace(l, self, place), "value", (one, part) => {
    if (part !== "objects") return otherwise();
    const functions = one.type.objects.filter((each) => isFunction(l, each));
    const others = one.type.objects.filter((each) => !functions.includes(each));
    const groups = [functions, others].filter((each) => each.length > 0).map((classes) => ({ classes }));
    return byCase(l, one, groups, "value", ({ classes }, callee) =>
      classes === functions ? asValue(l, callClosure(l, callee, receiver, args)) : otherwise(),
    );
  });
}

function isFunction(l: Lowering, name: string): boolean {
  return l.context.source.classes.has(name) && l.context.classOf(name).kind === "closure";
}

function asValue(l: Lowering, known: Known): Operand {
  return isNever(known.type) ? constants.special("value", "undefined") : convert(l, known, anyValue, true);
}

/** A class without a name leaves its instances that of the next parent with one; "" for none. */
export function nameOfInstances(source: Program, info: ClassInfo): string {
  for (const one of ancestors(source, info.name)) if (one.displayName !== "") return one.displayName;
  return "";
}

/** The class's name, and in brackets what its instances call themselves if that is something else. */
export function taggedName(l: Lowering, info: ClassInfo, self: Operand): Operand {
  const own = constants.string(nameOfInstances(l.context.source, info));
  const name = wellKnownSymbols.toStringTag;
  const member = lookupInherited(l.context.source, info.name, name);
  if (info.kind !== "class" || member?.kind !== "accessor" || isLibrary(member.owner.name)) return own;
  return split(l, memberOf(l, info, self, name), "ref", (tag, part) => {
    if (part !== "string") return own;
    const differs = negated(l, equalStrings(l, tag.operand, own));
    const given = negated(l, equalStrings(l, tag.operand, constants.string("")));
    return l.choose(
      l.op("bool_and", [given, differs], "bool"),
      "ref",
      () => concatenate(l, [own, constants.string(" ["), tag.operand, constants.string("]")]),
      () => own,
    );
  });
}

function isLibrary(name: string): boolean {
  return name.startsWith("prelude.") || name.startsWith("node.");
}

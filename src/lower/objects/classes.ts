/**
 * Members of objects of which a set of classes is known: cases by where the member is found, told apart by type id only
 * where they differ.
 */
import { constants, type Operand, restIndex } from "../../graph/graph.ts";
import { inheritsLibraryMember, receiverKind } from "../../graph/library-members.ts";
import {
  ancestors,
  isSubclass,
  lookupCalled,
  lookupInherited,
  type Program,
  withoutKeys,
} from "../../graph/program.ts";
import { isTaggedClass, mayBeTagged } from "../../graph/tagged.ts";
import { joinTypes, type LowType, objectType } from "../../graph/types.ts";
import { referenceClass } from "../../graph/well-known.ts";
import type { Place } from "../layout.ts";
import type { Known, Lowering } from "../lowering.ts";
import { isTagged, mayBeObject } from "../tagged/tagged-words.ts";
import { isDeclared } from "./declared-fields.ts";

export type MemberFound =
  /** `hides`: the method that objects have until the field is written. */
  | { readonly kind: "field"; readonly place: Place; readonly hides: string | undefined }
  | { readonly kind: "method"; readonly functions: ReadonlyMap<string, string> }
  | {
      readonly kind: "accessor";
      readonly getters: ReadonlyMap<string, string>;
      readonly setters: ReadonlyMap<string, string>;
    }
  | { readonly kind: "array" }
  | { readonly kind: "dictionary" }
  /** `name` and `length` of function values. */
  | { readonly kind: "function" }
  /** `inLibrary`: JavaScript's library gives the property to such objects. */
  | { readonly kind: "missing"; readonly inLibrary: boolean };

export interface MemberCase {
  readonly classes: string[];
  readonly member: MemberFound;
}

/** What a name is on objects of these classes, in cases that need different code. */
export function memberCases(l: Lowering, classes: readonly string[], name: string): MemberCase[] {
  const { layout, source } = l.context;
  const cases = new Map<string, MemberCase>();
  const add = (key: string, className: string, member: () => MemberFound): MemberFound => {
    let found = cases.get(key);
    if (!found) {
      found = { classes: [], member: member() };
      cases.set(key, found);
    }
    found.classes.push(className);
    return found.member;
  };
  const addMissing = (className: string): void => {
    const isError = isSubclass(source, className, "prelude.Error");
    const inLibrary = inheritsLibraryMember(l.context.classOf(className), isError, name);
    const kind = inLibrary ? `missing in ${receiverKind(l.context.classOf(className))}` : "missing";
    add(kind, className, () => ({ kind: "missing", inLibrary }));
  };
  /** Classes that share the storage of a field need not hold the same in it. */
  const addField = (className: string, place: Place): void => {
    const hides = place.type.undefined ? hiddenMethod(l, className, name) : undefined;
    const key = `field ${place.struct} ${hides ?? ""}`;
    const shared = cases.get(key);
    if (shared?.member.kind !== "field") {
      add(key, className, () => ({ kind: "field", place, hides }));
      return;
    }
    const type = joinTypes(shared.member.place.type, place.type);
    cases.set(key, {
      classes: [...shared.classes, className],
      member: { kind: "field", place: { ...place, type }, hides },
    });
  };
  for (const className of classes) {
    if (className === referenceClass) continue;
    if (layout.isArray(className)) {
      add(`array ${layout.structOf(className)}`, className, () => ({ kind: "array" }));
      continue;
    }
    const accessor = lookupInherited(source, className, name);
    if (source.classes.get(className)?.dictionary !== undefined && accessor === undefined) {
      add("dictionary", className, () => ({ kind: "dictionary" }));
      continue;
    }
    const member = lookupCalled(source, className, name);
    const isFunction = l.context.classOf(className).kind === "closure";
    if (!member && isFunction && (name === "name" || name === "length"))
      add("function", className, () => ({ kind: "function" }));
    else if (!member) addMissing(className);
    else if (member.kind === "field") {
      const place = layout.place(className, withoutKeys(name));
      if (!place) addMissing(className);
      else addField(className, place);
    } else if (member.kind === "method") {
      // Methods that take their arguments in different ways are different cases.
      const shape = restIndex(l.context.graphOf(member.function)) ?? "";
      const found = add(`method ${shape}`, className, () => ({ kind: "method", functions: new Map() }));
      if (found.kind === "method") (found.functions as Map<string, string>).set(className, member.function);
    } else {
      const found = add("accessor", className, () => ({
        kind: "accessor",
        getters: new Map(),
        setters: new Map(),
      }));
      if (found.kind !== "accessor") continue;
      if (member.getter !== undefined) (found.getters as Map<string, string>).set(className, member.getter);
      if (member.setter !== undefined) (found.setters as Map<string, string>).set(className, member.setter);
    }
  }
  return [...cases.values()];
}

function hiddenMethod(l: Lowering, className: string, name: string): string | undefined {
  const member = lookupInherited(l.context.source, className, name);
  if (member?.kind !== "method" || isDeclared(l.context, l.context.classOf(className), withoutKeys(name)))
    return undefined;
  return member.function;
}

function descends(program: Program, name: string, from: string): boolean {
  for (const one of ancestors(program, name)) if (one.name === from) return true;
  return false;
}

/** Tests whether an object, known to be of one of `all`, is of one of `some`. */
export function isOneOf(
  l: Lowering,
  object: Operand,
  some: readonly string[],
  all: readonly string[],
): Operand {
  if (all.every((one) => some.includes(one))) return constants.bool(true);
  if (some.length === 0) return constants.bool(false);
  if (!mayBeObject(object)) return isStructOf(l, object, some, all);
  const tagged = all.filter(isTaggedClass);
  const asked = tagged.filter((one) => some.includes(one));
  const onHeap = (): Operand => isStructOf(l, l.op("value_to_ref", [object], "ref"), some, all);
  if (tagged.length === 0) return onHeap();
  if (asked.length === 0 || asked.length === tagged.length)
    return l.choose(isTagged(l, object), "bool", () => constants.bool(asked.length > 0), onHeap);
  const next = (index: number): Operand => {
    const className = tagged[index];
    if (className === undefined) return onHeap();
    const answer = (): Operand => constants.bool(asked.includes(className));
    return l.choose(isTagged(l, object, className), "bool", answer, () => next(index + 1));
  };
  return next(0);
}

/** The same of a reference. */
function isStructOf(l: Lowering, ref: Operand, some: readonly string[], all: readonly string[]): Operand {
  const { source, layout } = l.context;
  const structs = [...new Set(some.map((one) => layout.structOf(one)))];
  if (structs.length > 1 && !some.some((one) => layout.isArray(one))) {
    // A class whose instances in `all` are just these.
    for (const candidate of ancestors(source, some[0] as string)) {
      const below = all.filter(
        (one) => !layout.isArray(one) && source.classes.has(one) && descends(source, one, candidate.name),
      );
      if (below.length === some.length && below.every((one) => some.includes(one))) {
        return l.op("ref_instance", [ref], "bool", { struct: candidate.name });
      }
    }
  }
  const type = l.op("ref_type", [ref], "int");
  let result: Operand | undefined;
  for (const struct of structs) {
    const same = l.op("int_eq", [type, constants.typeid(struct)], "bool");
    result = result ? l.op("bool_or", [result, same], "bool") : same;
  }
  return result as Operand;
}

/** Runs `handle` for each case, behind type tests where there are several. */
export function byCase<T extends { readonly classes: readonly string[] }>(
  l: Lowering,
  receiver: Known,
  cases: readonly T[],
  result: LowType,
  handle: (one: T, receiver: Known) => Operand,
): Operand {
  const next = (index: number, remaining: readonly string[]): Operand => {
    const one = cases[index];
    if (!one) return l.anything(result);
    const run = (): Operand => handle(one, narrowed(l, receiver.operand, one.classes));
    if (index === cases.length - 1) return run();
    const rest = remaining.filter((name) => !one.classes.includes(name));
    return l.choose(isOneOf(l, receiver.operand, one.classes, remaining), result, run, () =>
      next(index + 1, rest),
    );
  };
  return next(0, receiver.type.objects);
}

function narrowed(l: Lowering, object: Operand, classes: readonly string[]): Known {
  const type = objectType(...classes);
  const isReference = mayBeObject(object) && !mayBeTagged(type);
  return { operand: isReference ? l.op("value_to_ref", [object], "ref") : object, type };
}

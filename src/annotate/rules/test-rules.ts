/** Comparisons, tests, and what a passed test tells of a value. */
import { everyInstance, hasNullPrototype, referenceClass } from "../../graph/well-known.ts";
import type { ClassClone } from "../clones/class-clones.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { anyBoolean, anyPrimitive, anyUndefined, bit, nullish } from "../flow/kinds.ts";
import { commonLiterals, type Literals, noLiterals, withoutLiteral } from "../flow/literals.ts";
import type { Slot } from "../flow/slot.ts";
import { argument, classNameOf, give, type Rule } from "./rule.ts";
import { primitiveOperand } from "./to-primitive.ts";

const compare: Rule = (flow, node) => {
  for (const place of node.args.keys()) if (primitiveOperand(flow, node, place).isEmpty) return false;
  return give(flow, node, anyBoolean);
};

/** Undefined is undefined, wherever it came from. */
function merged(bits: number, loose: boolean): number {
  let result = bits & bit.absent ? (bits & ~bit.absent) | bit.undefined : bits;
  if (loose && result & nullish) result = (result & ~nullish) | bit.undefined;
  return result;
}

const convertible = bit.number | bit.string | bit.bigint | anyBoolean;

/** Kinds of which some values, or all, are true. */
const truthyKinds = anyPrimitive & ~bit.false;
/** Kinds that have a false value beside true ones: symbols have none. */
const falsyKinds = bit.string | bit.number | bit.bigint;

function isUnit(bits: number): boolean {
  return bits === bit.undefined || bits === bit.null || bits === bit.true || bits === bit.false;
}

function equality(loose: boolean, negated: boolean): Rule {
  return (flow, node) => {
    const left = argument(node, 0);
    const right = argument(node, 1);
    flow.want(left);
    flow.want(right);
    if (left.isEmpty || right.isEmpty) return false;
    if (loose && right.has(convertible)) primitiveOperand(flow, node, 0);
    if (loose && left.has(convertible)) primitiveOperand(flow, node, 1);
    const a = merged(left.bits, loose);
    const b = merged(right.bits, loose);
    const equal =
      (a & b & ~literal) !== 0 ||
      (a & b & literal && shareLiterals(left.literals, right.literals)) ||
      shareObjects(left, right) ||
      (loose && mixes(left, right));
    const differ = !(a === b && isUnit(a) && left.objects.size === 0 && right.objects.size === 0);
    const bits =
      (equal ? (negated ? bit.false : bit.true) : 0) | (differ ? (negated ? bit.true : bit.false) : 0);
    if (node.result) flow.join(node.result, bits);
    return true;
  };
}

const literal = bit.string | bit.number;

function shareLiterals(a: Literals, b: Literals): boolean {
  const common = commonLiterals(a, b);
  return common === "any" || common.size > 0;
}

function shareObjects(a: Slot, b: Slot): boolean {
  for (const one of a.objects) if (b.objects.has(one)) return true;
  return false;
}

/** `==` on different kinds may convert; only then can they be equal. */
function mixes(a: Slot, b: Slot): boolean {
  return (a.has(convertible) || a.objects.size > 0) && (b.has(convertible) || b.objects.size > 0);
}

function truth(negated: boolean): Rule {
  return (flow, node) => {
    const slot = argument(node, 0);
    flow.want(slot);
    if (slot.isEmpty) return false;
    const yes = slot.has(truthyKinds) || slot.objects.size > 0;
    const no = slot.has(bit.false | falsyKinds | nullish);
    const bits = (yes ? (negated ? bit.false : bit.true) : 0) | (no ? (negated ? bit.true : bit.false) : 0);
    if (node.result) flow.join(node.result, bits);
    return true;
  };
}

/** Which answers a test for instances of a class gives of these objects. */
function instances(one: ClassClone, className: string): number {
  if (className === everyInstance.none) return bit.false;
  if (one.name === referenceClass) return anyBoolean;
  if (className === everyInstance.object) return hasNullPrototype(one.info) ? bit.false : bit.true;
  if (className === everyInstance.literal) return one.kind === "literal" ? bit.true : bit.false;
  if (className === everyInstance.function) return isFunction(one) ? bit.true : bit.false;
  return one.findAncestor(className) ? bit.true : bit.false;
}

function instanceOf(flow: Flow, node: FlowNode): boolean {
  const slot = argument(node, 0);
  flow.want(slot);
  if (slot.isEmpty) return false;
  let bits = slot.bits !== 0 ? bit.false : 0;
  for (const one of slot.objects) bits |= instances(one, classNameOf(node));
  if (node.result) flow.join(node.result, bits);
  return true;
}

function instanceOfValue(flow: Flow, node: FlowNode): boolean {
  flow.want(argument(node, 0));
  if (argument(node, 0).isEmpty || argument(node, 1).objects.size === 0) return false;
  if (node.result) flow.join(node.result, anyBoolean);
  return true;
}

/** What a test lets through. */
interface Filter {
  /** Kinds that pass. */
  readonly bits: number;
  readonly objects: (one: ClassClone) => boolean;
  readonly literals?: (literals: Literals) => Literals;
}

interface Passed {
  readonly bits: number;
  readonly objects: Iterable<ClassClone>;
  readonly literals: Literals;
}

const all = -1;
const every = (): boolean => true;
const none = (): boolean => false;
const isFunction = (one: ClassClone): boolean => one.kind === "closure";
const isArray = (one: ClassClone): boolean => one.kind === "array";

const kindFilters: Readonly<Record<string, Filter>> = {
  number: { bits: bit.number, objects: none },
  string: { bits: bit.string, objects: none },
  bigint: { bits: bit.bigint, objects: none },
  symbol: { bits: bit.symbol, objects: none },
  boolean: { bits: anyBoolean, objects: none },
  undefined: { bits: anyUndefined, objects: none },
  function: { bits: 0, objects: isFunction },
  object: { bits: bit.null, objects: (one) => !isFunction(one) },
};

const filters: Readonly<Record<string, Filter>> = {
  undefined: { bits: anyUndefined, objects: none },
  not_undefined: { bits: ~anyUndefined, objects: every },
  null: { bits: bit.null, objects: none },
  not_null: { bits: ~bit.null, objects: every },
  nullish: { bits: nullish, objects: none },
  not_nullish: { bits: ~nullish, objects: every },
  truthy: { bits: truthyKinds, objects: every },
  falsy: { bits: bit.false | falsyKinds | nullish, objects: none },
  integer: { bits: bit.number, objects: none },
  safe_integer: { bits: bit.number, objects: none },
  array: { bits: 0, objects: isArray },
  not_array: { bits: all, objects: (one) => !isArray(one) },
};

const wantsUndefined = new Set(["less", "less_equal", "greater", "greater_equal", "integer", "safe_integer"]);

function filterOf(node: FlowNode): Filter {
  const { test, kind } = node.operation!.attributes;
  const className = classNameOf(node);
  switch (test) {
    case "typeof":
      return kindFilters[String(kind)] ?? { bits: all, objects: every };
    case "not_typeof": {
      const filter = kindFilters[String(kind)];
      return filter
        ? { bits: ~filter.bits, objects: (one) => !filter.objects(one) }
        : { bits: all, objects: every };
    }
    case "instance":
      return { bits: 0, objects: (one) => instances(one, className) !== bit.false };
    case "not_instance":
      return { bits: all, objects: (one) => instances(one, className) !== bit.true };
    case "equal": {
      const other = node.args[1];
      if (!other) return { bits: all, objects: every };
      const bits = other.has(anyUndefined) ? other.bits | anyUndefined : other.bits;
      return {
        bits,
        objects: (one) => other.objects.has(one),
        literals: (literals) => commonLiterals(literals, other.literals),
      };
    }
    case "not_equal":
      return unequal(node.args[1]);
    case "less":
    case "less_equal":
    case "greater":
    case "greater_equal":
      // A comparison with undefined never holds; its opposite is not the opposite test then.
      return { bits: node.operation!.attributes.unordered === true ? all : ~anyUndefined, objects: every };
    default:
      return filters[String(test)] ?? { bits: all, objects: every };
  }
}

/** Only what differs from a single value is known to be without it. */
function unequal(other: Slot | undefined): Filter {
  if (!other || other.isEmpty) return { bits: 0, objects: none };
  if (other.objects.size > 0) return { bits: all, objects: every };
  if (other.bits === bit.true || other.bits === bit.false) return { bits: ~other.bits, objects: every };
  if (other.bits !== bit.string && other.bits !== bit.number) return { bits: all, objects: every };
  return { bits: all, objects: every, literals: (literals) => withoutLiteral(literals, other.literals) };
}

function pass(slot: Slot, filter: Filter): Passed {
  const literals = filter.literals?.(slot.literals) ?? slot.literals;
  let bits = slot.bits & filter.bits;
  // None of its strings and numbers is left.
  if (literals !== "any" && literals.size === 0) bits &= ~(bit.string | bit.number);
  return {
    bits,
    objects: filter.objects === every ? slot.objects : [...slot.objects].filter(filter.objects),
    literals: bits & (bit.string | bit.number) ? literals : noLiterals,
  };
}

/** The objects of which the property `name` can pass; reading it has shown that there is an object. */
function passMember(slot: Slot, name: string, filter: Filter, node: FlowNode): Passed {
  const objects = [...slot.objects].filter((one) => {
    const field = one.findField(name);
    if (!field) return true;
    field.slot.addReader(node);
    const { bits, objects } = pass(field.slot, filter);
    return bits !== 0 || [...objects].length > 0;
  });
  return { bits: slot.bits & ~nullish, objects, literals: slot.literals };
}

function refine(flow: Flow, node: FlowNode): boolean {
  const slot = argument(node, 0);
  const result = node.result;
  if (!result) return true;
  const { test, member } = node.operation!.attributes;
  const filter = filterOf(node);
  const passed = member === undefined ? pass(slot, filter) : passMember(slot, String(member), filter, node);
  flow.join(result, passed.bits, passed.objects, passed.literals);
  // Where undefined is wanted after the test it is wanted before it; tests other than comparisons of numbers look at
  // undefined themselves.
  if (member === undefined && !wantsUndefined.has(String(test))) flow.want(slot);
  else if (result.wanted) flow.want(slot);
  else result.addWantReader(node);
  return !result.isEmpty;
}

export const testRules = {
  less: compare,
  less_equal: compare,
  greater: compare,
  greater_equal: compare,
  strict_equal: equality(false, false),
  strict_not_equal: equality(false, true),
  loose_equal: equality(true, false),
  loose_not_equal: equality(true, true),
  truthy: truth(false),
  not: truth(true),
  instance_of: instanceOf,
  instance_of_value: instanceOfValue,
  dispatch: (flow, node) => give(flow, node, bit.number),
  refine,
} as const satisfies Record<string, Rule>;

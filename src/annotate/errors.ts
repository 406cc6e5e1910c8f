/**
 * What flow shows to be wrong or outside the language, told after the fixpoint, when all that reaches an operation is
 * known.
 */
import { wellKnownSymbols } from "../graph/frames.ts";
import { hasLibraryMember, inheritsLibraryMember, receiverKind } from "../graph/library-members.ts";
import type { HighOpName } from "../graph/ops.ts";
import { referenceClass } from "../graph/well-known.ts";
import type { Messages } from "../source/messages.ts";
import type { Span } from "../source/span.ts";
import { type ClassClone, findInherited } from "./clones/class-clones.ts";
import type { FunctionClone } from "./clones/function-clones.ts";
import type { Flow } from "./flow/flow.ts";
import type { FlowNode } from "./flow/flow-node.ts";
import { anyBoolean, anyPrimitive, bit, describeKinds, nullish, primitiveKinds } from "./flow/kinds.ts";
import type { Slot } from "./flow/slot.ts";
import { definitionsOf } from "./flow/uses.ts";
import { unrefined } from "./reads/within-length.ts";
import { builtinMethod } from "./rules/builtin-rules.ts";
import { preludeName } from "./rules/call-rules.ts";
import { isFunctionProperty } from "./rules/member-rules.ts";
import { argument, nameOf } from "./rules/rule.ts";

type Check = (flow: Flow, node: FlowNode, messages: Messages) => void;

export function reportErrors(flow: Flow, clones: readonly FunctionClone[], messages: Messages): void {
  for (const clone of clones) {
    for (const block of clone.graph.blocks) {
      for (const node of clone.blocks.get(block)?.nodes ?? []) {
        if (node.operation) checks[node.operation.op as HighOpName]?.(flow, node, messages);
      }
    }
  }
}

/** What is in a slot, in words. */
function describe(slot: Slot): string {
  const words = describeKinds(slot.bits);
  const classes = [...slot.objects].map((one) => one.info.displayName).sort();
  for (const name of new Set(classes))
    words.push(name === "Function" ? "a function" : `an object of ${name}`);
  return words.length === 0 ? "nothing" : words.join(" or ");
}

function related(entries: readonly { readonly span: Span | undefined; readonly label: string }[]) {
  const known = entries.flatMap(({ span, label }) => (span ? [{ span, label }] : []));
  return known.length > 0 ? { related: known.slice(0, 3) } : {};
}

function classOrigins(slot: Slot) {
  const classes = [...slot.objects].sort((a, b) => (a.name < b.name ? -1 : 1));
  return related(
    classes.map((one) => ({ span: one.info.span, label: `${one.info.displayName} comes from here` })),
  );
}

function hasMember(one: ClassClone, name: string): boolean {
  if (name === "length" && one.kind === "array") return true;
  if (one.kind === "closure" && isFunctionProperty(name)) return true;
  return (
    one.findField(name) !== undefined ||
    findInherited(one, name) !== undefined ||
    one.info.name === referenceClass
  );
}

function isLibraryProperty(one: ClassClone, name: string): boolean {
  return inheritsLibraryMember(one.info, one.findAncestor("prelude.Error") !== undefined, name);
}

/** The library has it, but programs cannot have it as a value. */
function isNoValue(flow: Flow, one: ClassClone, name: string): boolean {
  const kind = one.table ? undefined : receiverKind(one.info);
  return isLibraryProperty(one, name) && !(kind !== undefined && flow.libraryMethodValue(kind, name));
}

/** Likewise of strings, numbers and their like. */
function isPrimitiveProperty(flow: Flow, slot: Slot, name: string): boolean {
  return primitiveKinds.some(
    ([kind, bits]) =>
      slot.has(bits) &&
      !(kind === "string" && name === "length") &&
      !(kind === "symbol" && name === "description") &&
      hasLibraryMember(kind, name) &&
      !flow.libraryMethodValue(kind, name),
  );
}

const property: Check = (flow, node, messages) => {
  const receiver = argument(node, 0);
  const name = nameOf(node);
  const span = node.operation?.span;
  if (node.operation?.attributes.check === true || node.operation?.attributes.own === true) return;
  // It asks what objects have themselves before.
  if (node.clone.graph.name.startsWith("node.prototype-chain.")) return;
  const primitive = receiver.has(anyPrimitive);
  if (receiver.objects.size === 0 && !primitive) return;
  const objects = [...receiver.objects];
  const members = objects.filter((one) => hasMember(one, name));
  const lacking = objects.filter((one) => !hasMember(one, name) && isNoValue(flow, one, name));
  const isLength = receiver.has(bit.string) && name === "length";
  const others = primitive && !isPrimitiveProperty(flow, receiver, name);
  // Where only some of the receivers are like that, the program stops if it meets one of them.
  if (lacking.length === objects.length && !others && !isLength) {
    messages.error("H3203", span, `the property \`${name}\` is not supported`, {
      label: `of ${describe(receiver)}`,
      ...classOrigins(receiver),
    });
    return;
  }
  const isMethod = (one: ClassClone): boolean =>
    !one.findField(name) && findInherited(one, name)?.kind === "method";
  if (node.operation?.op === "set_property" && members.some(isMethod)) {
    const places = members
      .filter(isMethod)
      .map((one) => ({ span: one.info.span, label: `\`${name}\` is a method here` }));
    messages.error("H2210", span, `\`${name}\` is assigned, but it is a method`, {
      label: "assigned",
      ...related(places),
    });
  }
};

const methodCall: Check = (flow, node, messages) => {
  const receiver = argument(node, 0);
  const name = nameOf(node);
  const span = node.operation?.span;
  const callable: ClassClone[] = [];
  const values: { span: Span | undefined; label: string }[] = [];
  for (const one of receiver.objects) {
    const field = one.findField(name);
    if (field ? [...field.slot.objects].some((value) => value.kind === "closure") : findInherited(one, name))
      callable.push(one);
    else if (field && !field.slot.isEmpty)
      values.push({ span: field.span, label: `${describe(field.slot)}, not a function` });
  }
  const library = libraryKinds(flow, receiver, name);
  if (library.scattered && node.operation?.attributes.spread === true) {
    messages.error(
      "H3010",
      span,
      `spread arguments are not supported for \`${name}\` of ${library.scattered}`,
      {
        label: "called",
        help: "pass the arguments one by one, or in a loop",
      },
    );
    return;
  }
  if (callable.length > 0 || library.known) {
    if (values.length === 0) return;
    messages.warning("H2203", span, `\`${name}\` is a method here and something else there`, {
      label: "called",
      ...related(values),
    });
  } else if (values.length > 0) {
    messages.warning("H2202", span, `\`${name}\` is called but is never a function`, {
      label: "called",
      ...related(values),
    });
  } else if (library.lacks) {
    messages.error("H3202", span, `\`${name}\` of ${library.lacks} is not supported`, { label: "called" });
  } else if (receiver.objects.size > 0) {
    // A method that no object has is undefined: calling it throws a TypeError, unless the library has it.
    const isCalled = (one: ClassClone): boolean =>
      !one.table && flow.calledLibraryMethod(receiverKind(one.info) ?? "", name) !== undefined;
    if (![...receiver.objects].some((one) => isLibraryProperty(one, name) && !isCalled(one))) return;
    messages.error("H3202", span, `\`${name}\` is not supported`, {
      label: `of ${describe(receiver)}`,
      ...classOrigins(receiver),
    });
  }
};

/** Whether the library has the method for one of the receivers, else a kind of receiver that lacks it. */
function libraryKinds(
  flow: Flow,
  receiver: Slot,
  name: string,
): { known: boolean; scattered?: string; lacks?: string } {
  const kinds: string[] = [];
  if (receiver.has(bit.string)) kinds.push("string");
  if (receiver.has(bit.number)) kinds.push("number");
  if (receiver.has(anyBoolean)) kinds.push("boolean");
  if (receiver.has(bit.bigint)) kinds.push("bigint");
  if (receiver.has(bit.symbol)) kinds.push("symbol");
  if ([...receiver.objects].some((one) => one.kind === "array")) kinds.push("array");
  const known = kinds.some(
    (kind) => builtinMethod(kind, name) || flow.source.functions.has(preludeName(`prelude.${kind}s.${name}`)),
  );
  // What JavaScript does not have either is no function: calling it throws.
  const lacks = known ? undefined : kinds.find((kind) => hasLibraryMember(kind, name));
  const isGathered = (kind: string): boolean => flow.source.functions.has(`prelude.${kind}s.${name}All`);
  const scattered = kinds.find((kind) => hasLibraryMember(kind, name) && !isGathered(kind));
  return {
    known,
    ...(scattered ? { scattered: `${scattered}s` } : {}),
    ...(lacks ? { lacks: `${lacks}s` } : {}),
  };
}

const valueCall: Check = (_flow, node, messages) => {
  const callee = argument(node, 0);
  if (
    callee.isEmpty ||
    [...callee.objects].some((one) => one.kind === "closure" || one.info.name === referenceClass)
  )
    return;
  if (!callee.has(~nullish) && callee.objects.size === 0) return;
  messages.warning("H2202", node.operation?.span, "what is called here is never a function", {
    label: describe(callee),
    ...classOrigins(callee),
  });
};

/** What JavaScript would make with a function as constructor is not an object of any class. */
const valueNew: Check = (_flow, node, messages) => {
  const callee = argument(node, 0);
  const plain = [...callee.objects].filter(
    (one) => one.kind === "closure" && one.info.constructs === undefined && !one.findField("#make"),
  );
  if (plain.length === 0) return;
  messages.error("H2211", node.operation?.span, "`new` of a function that is not a class", {
    label: describe(callee),
    help: "declare a class, or call the function without `new`",
    ...classOrigins(callee),
  });
};

function mayBeIterated(slot: Slot): boolean {
  const iterable = (one: ClassClone): boolean =>
    one.kind === "array" || one.info.name === referenceClass || hasMember(one, wellKnownSymbols.iterator);
  return slot.has(bit.string) || [...slot.objects].some(iterable);
}

const iteration: Check = (flow, node, messages) => {
  const from = argument(node, 0);
  if (from.isEmpty || mayBeIterated(from)) return;
  // What a test has set apart, as a pattern does arrays, is not all that comes here.
  const whole = unrefined(node.operation?.args[0], definitionsOf(node.clone.graph));
  if (whole?.kind === "variable" && mayBeIterated(flow.operandSlot(node.clone, whole))) return;
  if (!from.has(~nullish) && from.objects.size === 0) return;
  messages.warning("H2209", node.operation?.span, `${describe(from)} cannot be iterated`, {
    label: "only arrays, strings and objects with `[Symbol.iterator]` can",
    ...classOrigins(from),
  });
};

/** A function that JSON.stringify would call for each value. */
const builtin: Check = (_flow, node, messages) => {
  if (nameOf(node) !== "JSON.stringify") return;
  const replacer = node.args[1];
  const functions = [...(replacer?.objects ?? [])].filter((one) => one.kind === "closure");
  if (!replacer || functions.length === 0) return;
  messages.error(
    "H3208",
    node.operation?.span,
    "`JSON.stringify` with a function as replacer is not supported",
    {
      label: `the second argument may be ${describe(replacer)}`,
      help: "pass a list of the properties to write, give the objects a `toJSON` method, or change a copy of the value first",
      ...classOrigins(replacer),
    },
  );
};

const checks: Partial<Record<HighOpName, Check>> = {
  get_property: property,
  set_property: property,
  call_method: methodCall,
  call_value: valueCall,
  new_value: valueNew,
  iter_open: iteration,
  call_builtin: builtin,
};

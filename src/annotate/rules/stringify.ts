import { namedMethod, wellKnownSymbols } from "../../graph/frames.ts";
import { type ClassClone, findInherited } from "../clones/class-clones.ts";
import type { FunctionClone } from "../clones/function-clones.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit } from "../flow/kinds.ts";
import { constantSlot, Slot } from "../flow/slot.ts";
import { callGetter } from "./member-access.ts";
import { callTables } from "./table-calls.ts";

/** ToString calls the `toString` methods of objects, and of an array's elements. */
export function stringify(flow: Flow, node: FlowNode, slot: Slot, seen = new Set<Slot>()): void {
  if (seen.has(slot)) return;
  seen.add(slot);
  if (slot.objects.size > 0) flow.shared.uniteArrays(slot.objects);
  const targets: FunctionClone[] = [];
  const values: FunctionClone[] = [];
  const converters: FunctionClone[] = [];
  for (const one of slot.objects) {
    if (one.kind === "array") {
      one.element.addReader(node);
      stringify(flow, node, one.element, seen);
      continue;
    }
    callTables(flow, node, [one], "##text", []);
    const own = convertersOf(flow, node, one);
    converters.push(...own);
    const texts = own.length > 0 ? [] : methodsOf(flow, node, one, "toString");
    if (own.length + texts.length === 0) readTag(flow, node, one);
    const toValue = texts.some((text) => mayGiveObject(text, node));
    const later = toValue ? methodsOf(flow, node, one, "valueOf") : [];
    if (toValue && later.length === 0) callGetter(flow, node, one, "valueOf", undefined);
    values.push(...later);
    for (const target of [...own, ...texts, ...later]) {
      if (target.thisSlot) flow.join(target.thisSlot, 0, [one]);
      node.conversions.add(target);
      flow.passArguments(node, target, own.length > 0 ? [hint] : [], undefined);
      if (texts.includes(target)) targets.push(target);
    }
  }
  flow.shared.uniteFunctions(targets);
  flow.shared.uniteFunctions(values);
  flow.shared.uniteFunctions(converters);
}

/** Then `valueOf` is asked. */
function mayGiveObject({ result }: FunctionClone, node: FlowNode): boolean {
  result.addReader(node);
  return result.objects.size > 0;
}

/** What a converter is told that is wanted. */
export const hint = constantSlot(bit.string);

/** What dictionaries hold under `Symbol.toPrimitive`, for each operation that asks. */
const held = new WeakMap<FlowNode, Slot>();

/** The method under `Symbol.toPrimitive`. */
export function convertersOf(flow: Flow, node: FlowNode, one: ClassClone): FunctionClone[] {
  const name = wellKnownSymbols.toPrimitive;
  if (!one.table) return methodsOf(flow, node, one, name);
  let slot = held.get(node);
  if (!slot) {
    slot = new Slot();
    slot.addReader(node);
    held.set(node, slot);
  }
  callTables(flow, node, [one], namedMethod("get", name), [constantSlot(bit.string)], slot);
  return [...slot.objects].flatMap((value) => value.code ?? []);
}

/** `[object Tag]` is the text of an object that has no other: its getter under `Symbol.toStringTag` is asked. */
export function readTag(flow: Flow, node: FlowNode, one: ClassClone): void {
  const name = wellKnownSymbols.toStringTag;
  const slot = one.findField(name)?.slot ?? callGetter(flow, node, one, name, undefined);
  slot?.addReader(node);
}

/** The method that an object has under a name, or what its field holds that can be called. */
export function methodsOf(flow: Flow, node: FlowNode, one: ClassClone, name: string): FunctionClone[] {
  const field = one.findField(name);
  if (field) {
    field.slot.addReader(node);
    return [...field.slot.objects].flatMap((value) => value.code ?? []);
  }
  const member = findInherited(one, name);
  if (member?.kind !== "method") return [];
  const target = flow.functionClone(member.function, member.owner.environment);
  return target ? [target] : [];
}

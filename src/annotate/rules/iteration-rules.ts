/**
 * Iteration: arrays and strings by an index, generators by resuming their frames, iterators of the library by methods
 * of their own (runtime/prelude/key-tables.ts), any other object by the methods of the protocol.
 */
import { cursorMember, frameMember, wellKnownSymbols } from "../../graph/frames.ts";
import { type ClassClone, findInherited } from "../clones/class-clones.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { anyBoolean, bit } from "../flow/kinds.ts";
import { constantSlot, Slot } from "../flow/slot.ts";
import { giveAbsent, readElements } from "./array-rules.ts";
import { callMemberNamed } from "./call-rules.ts";
import { readMember } from "./member-rules.ts";
import { argument, give, type Rule } from "./rule.ts";

function isGeneratorFrame(one: ClassClone): boolean {
  return one.kind === "frame";
}

function isCursor(one: ClassClone): boolean {
  return findInherited(one, cursorMember.advance) !== undefined;
}

/** Has a method or a field of that name; of frames those of the library have nothing but `next`. */
function has(one: ClassClone, name: "return" | "throw"): boolean {
  if (one.kind === "frame") return one.findField(frameMember.returning) !== undefined;
  return one.findField(name) !== undefined || findInherited(one, name) !== undefined;
}

/** What in a slot is iterated in which way. */
function kindsOf(slot: Slot): {
  readonly indexed: boolean;
  readonly frames: readonly ClassClone[];
  readonly others: readonly ClassClone[];
} {
  const objects = [...slot.objects];
  return {
    indexed: slot.has(bit.string) || objects.some((one) => one.kind === "array"),
    frames: objects.filter(isGeneratorFrame),
    others: objects.filter((one) => one.kind !== "array" && !isGeneratorFrame(one)),
  };
}

function setField(flow: Flow, node: FlowNode, one: ClassClone, name: string, value: Slot): void {
  flow.pass(value, one.addField(name, node.operation?.span).slot, node);
}

function resume(flow: Flow, node: FlowNode, one: ClassClone): void {
  callMemberNamed(flow, node, one, frameMember.resume, []);
}

const yes = constantSlot(bit.true);

function iterOpen(flow: Flow, node: FlowNode): boolean {
  const from = argument(node, 0);
  if (!node.result) return true;
  const own = [...from.objects].filter((one) => one.kind === "array" || isGeneratorFrame(one));
  flow.join(node.result, from.bits & bit.string, own);
  flow.shared.uniteArrays(from.objects);
  for (const one of kindsOf(from).others) callMemberNamed(flow, node, one, wellKnownSymbols.iterator, []);
  unite(flow, node);
  return !node.result.isEmpty;
}

function unite(flow: Flow, node: FlowNode): void {
  if (node.targets.size > 1) flow.shared.uniteFunctions(node.targets);
}

function iterNext(flow: Flow, node: FlowNode): boolean {
  const sent = argument(node, 2);
  if (!node.result || sent.isEmpty) return false;
  const { indexed, frames, others } = kindsOf(argument(node, 0));
  if (indexed) flow.join(node.result, anyBoolean);
  for (const one of frames) {
    setField(flow, node, one, frameMember.sent, sent);
    resume(flow, node, one);
  }
  const args = node.operation?.args[2]?.kind === "undefined" ? [] : [sent];
  for (const one of others) {
    if (isCursor(one)) callMemberNamed(flow, node, one, cursorMember.advance, []);
    else callMemberNamed(flow, node, one, "next", args);
  }
  unite(flow, node);
  return !node.result.isEmpty;
}

const doneSlots = new WeakMap<FlowNode, Slot>();

function iterMore(flow: Flow, node: FlowNode): boolean {
  const step = argument(node, 0);
  if (!node.result) return !step.isEmpty;
  flow.join(node.result, step.bits & anyBoolean);
  if (step.objects.size > 0) {
    let done = doneSlots.get(node);
    if (!done) {
      done = new Slot();
      doneSlots.set(node, done);
    }
    readMember(flow, node, step, "done", done);
    flow.want(done);
    flow.join(node.result, anyBoolean);
  }
  return !node.result.isEmpty;
}

/** The property `value` of what `next` returned. */
function stepValue(flow: Flow, node: FlowNode, step: Slot, result: Slot): void {
  if (step.objects.size > 0) readMember(flow, node, step, "value", result);
}

function iterValue(flow: Flow, node: FlowNode): boolean {
  const from = argument(node, 0);
  if (!node.result) return true;
  readElements(flow, node, from, node.result);
  if ([...from.objects].some((one) => one.kind === "array" && one.holes)) giveAbsent(flow, node, node.result);
  for (const one of kindsOf(from).frames)
    flow.copy(one.addField(frameMember.value, undefined).slot, node.result, node);
  for (const one of kindsOf(from).others)
    if (isCursor(one)) callMemberNamed(flow, node, one, cursorMember.value, []);
  unite(flow, node);
  stepValue(flow, node, argument(node, 2), node.result);
  return !node.result.isEmpty;
}

function iterReturn(flow: Flow, node: FlowNode): boolean {
  if (!node.result || argument(node, 1).isEmpty) return false;
  const { indexed, frames, others } = kindsOf(argument(node, 0));
  if (indexed || [...frames, ...others].some((one) => !has(one, "return"))) flow.join(node.result, bit.false);
  return tellIterators(flow, node, "return", { asked: frameMember.returning, given: frameMember.returned });
}

function iterThrow(flow: Flow, node: FlowNode): boolean {
  if (!node.result || argument(node, 1).isEmpty) return false;
  return tellIterators(flow, node, "throw", { asked: frameMember.throwing, given: frameMember.thrown });
}

/** Calls `return` or `throw` with a value, where an iterator has it; of a frame by resuming it with what is asked. */
function tellIterators(
  flow: Flow,
  node: FlowNode,
  method: "return" | "throw",
  fields: { readonly asked: string; readonly given: string },
): boolean {
  const value = argument(node, 1);
  const { frames, others } = kindsOf(argument(node, 0));
  for (const one of [...frames, ...others]) {
    if (!has(one, method)) continue;
    if (one.kind === "frame") {
      setField(flow, node, one, fields.asked, yes);
      setField(flow, node, one, fields.given, value);
      resume(flow, node, one);
    } else callMemberNamed(flow, node, one, method, [value]);
  }
  unite(flow, node);
  return node.result?.isEmpty === false;
}

function iterResult(flow: Flow, node: FlowNode): boolean {
  const otherwise = argument(node, 2);
  if (!node.result || otherwise.isEmpty) return false;
  const { indexed, frames, others } = kindsOf(argument(node, 0));
  const step = argument(node, 1);
  const returned = frames.filter((one) => has(one, "return"));
  for (const one of returned)
    flow.copy(one.addField(frameMember.returned, undefined).slot, node.result, node);
  if (indexed || returned.length < frames.length || (others.length > 0 && step.has(anyBoolean)))
    flow.pass(otherwise, node.result, node);
  stepValue(flow, node, step, node.result);
  return !node.result.isEmpty;
}

export const iterationRules = {
  iter_open: iterOpen,
  iter_next: iterNext,
  iter_more: iterMore,
  iter_value: iterValue,
  iter_advance: (flow, node) => give(flow, node, bit.number),
  iter_return: iterReturn,
  iter_throw: iterThrow,
  iter_result: iterResult,
  suspend: () => false,
} as const satisfies Record<string, Rule>;

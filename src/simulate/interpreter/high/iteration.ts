/** Iteration as the operations of the high and typed levels have it: frames are resumed in frames of the machine. */
import { cannotSpread, notIterable } from "../../../graph/error-messages.ts";
import { cursorMember, frameMember, wellKnownSymbols } from "../../../graph/frames.ts";
import type { Operation } from "../../../graph/graph.ts";
import type { HighOpName } from "../../../graph/ops.ts";
import type { End, Registers, Segment } from "../code.ts";
import { type Compile, callAny } from "./compiling.ts";

// biome-ignore lint/suspicious/noExplicitAny: what iterators give is of every type.
type Any = any;

function isIndexed(iterator: unknown): iterator is string | unknown[] {
  return typeof iterator === "string" || Array.isArray(iterator);
}

function isFrame(iterator: Any): boolean {
  return iterator[frameMember.resume] !== undefined;
}

function isNative(iterable: Any): iterable is Iterable<unknown> {
  return (
    typeof iterable === "object" && iterable !== null && Symbol.iterator in iterable && !isIndexed(iterable)
  );
}

/** Frames of the library have nothing but `next`. */
function lacks(iterator: Any, name: "return" | "throw"): boolean {
  if (isIndexed(iterator)) return true;
  return isFrame(iterator) ? iterator[frameMember.returning] === undefined : iterator[name] === undefined;
}

/** A plain step that may end in a call: `prepare` gives the callee with its arguments, or nothing if the result is there. */
function calling(
  prepare: (
    r: Registers,
    args: readonly number[],
    result: number,
    operation: Operation,
  ) => { callee: unknown; self: unknown; args: readonly unknown[] } | undefined,
): Compile {
  return ({ args, result }, _context, operation) => {
    const transfer =
      (next: Segment, site: Segment): End =>
      (machine, r) => {
        const call = prepare(r, args, result, operation);
        return call ? callAny(machine, r, call.callee, call.self, call.args, result, next, site) : next;
      };
    return { transfer };
  };
}

function member(object: Any, name: string): { callee: unknown; self: unknown } {
  const callee = object[name] as unknown;
  if (typeof callee !== "function") throw new TypeError(`${name} is not a function`);
  return { callee, self: object };
}

/** One step of an iteration over a string: a surrogate pair is one. */
function codePointText(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) as number);
}

function notIterableText({ shown, spread }: Operation["attributes"], value: unknown): string {
  const text = typeof shown === "string" ? shown : undefined;
  const nullish = value === null ? "null" : value === undefined ? "undefined" : undefined;
  if (spread === true) return cannotSpread(text ?? "", nullish);
  if (nullish !== undefined) return notIterable(text, nullish);
  if (text !== undefined) return `${text} is not iterable`;
  const kind = typeof value === "object" ? "object" : `${typeof value} ${String(value)}`;
  return `${kind} is not iterable (cannot read property Symbol(Symbol.iterator))`;
}

export const iterationOperations = {
  iter_open: calling((r, [a], result, operation) => {
    const iterable = r[a!] as Any;
    if (!isIndexed(iterable) && iterable?.[wellKnownSymbols.iterator] !== undefined && !isFrame(iterable))
      return { ...member(iterable, wellKnownSymbols.iterator), args: [] };
    // What Node's own methods give: entries() of an array.
    if (isNative(iterable)) {
      r[result] = [...iterable];
      return undefined;
    }
    if (!isIndexed(iterable) && (iterable === undefined || iterable === null || !isFrame(iterable)))
      throw new TypeError(notIterableText(operation.attributes, iterable));
    r[result] = iterable;
    return undefined;
  }),
  iter_next: calling((r, [a, b, c], result) => {
    const iterator = r[a!] as Any;
    if (isIndexed(iterator)) {
      r[result] = (r[b!] as number) < iterator.length;
      return undefined;
    }
    if (iterator[cursorMember.advance]) return { ...member(iterator, cursorMember.advance), args: [] };
    const sent = r[c!];
    if (!isFrame(iterator)) return { ...member(iterator, "next"), args: sent === undefined ? [] : [sent] };
    iterator[frameMember.sent] = sent;
    return { ...member(iterator, frameMember.resume), args: [] };
  }),
  iter_more: ({ args: [a], result }) => {
    return (r) => {
      const step = r[a!] as Any;
      r[result] = typeof step === "boolean" ? step : !step.done;
    };
  },
  iter_value: calling((r, [a, b, c], result) => {
    const iterator = r[a!] as Any;
    if (typeof iterator === "string") r[result] = codePointText(iterator, r[b!] as number);
    else if (Array.isArray(iterator)) r[result] = iterator[r[b!] as number];
    else if (isFrame(iterator)) r[result] = iterator[frameMember.value];
    else if (iterator[cursorMember.advance]) return { ...member(iterator, cursorMember.value), args: [] };
    else r[result] = (r[c!] as Any).value;
    return undefined;
  }),
  iter_advance: ({ args: [a, b], result }) => {
    return (r) => {
      const iterator = r[a!];
      const at = r[b!] as number;
      r[result] = typeof iterator === "string" ? at + codePointText(iterator, at).length : at + 1;
    };
  },
  iter_return: calling((r, [a, b], result) => {
    const iterator = r[a!] as Any;
    if (lacks(iterator, "return")) {
      r[result] = false;
      return undefined;
    }
    if (!isFrame(iterator)) return { ...member(iterator, "return"), args: [r[b!]] };
    iterator[frameMember.returning] = true;
    iterator[frameMember.returned] = r[b!];
    return { ...member(iterator, frameMember.resume), args: [] };
  }),
  iter_throw: calling((r, [a, b]) => {
    const iterator = r[a!] as Any;
    if (lacks(iterator, "throw")) throw new TypeError("The iterator does not provide a 'throw' method.");
    if (!isFrame(iterator)) return { ...member(iterator, "throw"), args: [r[b!]] };
    iterator[frameMember.throwing] = true;
    iterator[frameMember.thrown] = r[b!];
    return { ...member(iterator, frameMember.resume), args: [] };
  }),
  iter_result: ({ args: [a, b, c], result }) => {
    return (r) => {
      const iterator = r[a!] as Any;
      const step = r[b!] as Any;
      if (!isIndexed(iterator) && isFrame(iterator) && !lacks(iterator, "return"))
        r[result] = iterator[frameMember.returned];
      else r[result] = typeof step === "boolean" ? r[c!] : step.value;
    };
  },
} as const satisfies Partial<Record<HighOpName, Compile>>;

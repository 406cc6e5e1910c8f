/** Methods of arrays that move the elements behind the place where they work. */
import { constants, type Operand } from "../../graph/graph.ts";
import { isNever } from "../../graph/types.ts";
import { listStruct } from "../../graph/well-known.ts";
import type { BuiltinLowering } from "../calls/builtin.ts";
import { undefinedKnown } from "../calls/invoke.ts";
import { convert, lowTypeOf } from "../convert.ts";
import type { ArrayLayout } from "../layout.ts";
import type { Known, Lowering } from "../lowering.ts";
import { position, relative } from "../primitives/positions.ts";
import { int } from "../results.ts";
import {
  copyRange,
  layoutOf,
  lengthOf,
  loadItem,
  reserve,
  storageOf,
  storeConverted,
} from "./array-access.ts";
import { missing } from "./arrays.ts";

const zero = constants.int(0);
const one = constants.int(1);

/**
 * Replaces `count` elements from `from` on by others. Elements that are gone are cleared, so that nothing keeps what they
 * refer to.
 */
function replaceRange(
  l: Lowering,
  array: Operand,
  layout: ArrayLayout,
  from: Operand,
  count: Operand,
  items: readonly Operand[],
): void {
  const added = constants.int(items.length);
  const length = lengthOf(l, array, layout);
  const after = l.op("int_add", [l.op("int_sub", [length, count], "int"), added], "int");
  if (items.length > 0)
    l.when(l.op("int_gt", [after, length], "bool"), () => reserve(l, array, after, layout));
  if (lowTypeOf(layout.stored) !== "void") {
    const storage = storageOf(l, array, layout);
    const rest = l.op("int_add", [from, count], "int");
    const moved = l.op("int_sub", [length, rest], "int");
    l.do("copy_items", [storage, l.op("int_add", [from, added], "int"), storage, rest, moved]);
    if (layout.item === "ref" || layout.item === "value") {
      l.when(l.op("int_lt", [after, length], "bool"), () => {
        l.do("clear_items", [storage, after, l.op("int_sub", [length, after], "int")]);
      });
    }
    for (const [index, item] of items.entries())
      storeConverted(l, storage, l.op("int_add", [from, constants.int(index)], "int"), layout, item);
  }
  l.set(array, listStruct, "length", after);
}

function shift(l: Lowering, args: readonly Known[], result: Parameters<BuiltinLowering>[2]): Known {
  const array = args[0] as Known;
  const layout = layoutOf(l, array.type);
  const take = (): Operand => {
    const first = loadItem(l, storageOf(l, array.operand, layout), zero, layout);
    replaceRange(l, array.operand, layout, zero, one, []);
    return isNever(result) ? constants.nil : convert(l, first, result);
  };
  const some = l.op("int_ne", [lengthOf(l, array.operand, layout), zero], "bool");
  if (isNever(result) || lowTypeOf(result) === "void") {
    l.when(some, () => void take());
    return undefinedKnown;
  }
  return { operand: l.choose(some, lowTypeOf(result), take, () => missing(l, result), true), type: result };
}

function unshift(l: Lowering, args: readonly Known[]): Known {
  const array = args[0] as Known;
  const layout = layoutOf(l, array.type);
  const items = args.slice(1).map((item) => convert(l, item, layout.stored));
  replaceRange(l, array.operand, layout, zero, zero, items);
  return int(lengthOf(l, array.operand, layout), 0, 2 ** 32 - 1);
}

/** From where and how many elements `splice` removes. */
function spliced(l: Lowering, args: readonly Known[], length: Operand): { from: Operand; count: Operand } {
  if (args.length < 2) return { from: zero, count: zero };
  const from = relative(l, args[1], length, zero);
  const most = l.op("int_sub", [length, from], "int");
  if (args.length < 3) return { from, count: most };
  const wanted = l.op("int_max", [position(l, args[2], zero), zero], "int");
  return { from, count: l.op("int_min", [wanted, most], "int") };
}

function splice(l: Lowering, args: readonly Known[]): Known {
  const array = args[0] as Known;
  const layout = layoutOf(l, array.type);
  const items = args.slice(3).map((item) => convert(l, item, layout.stored));
  const { from, count } = spliced(l, args, lengthOf(l, array.operand, layout));
  const removed = copyRange(l, array, from, count);
  replaceRange(l, array.operand, layout, from, count, items);
  return { operand: removed, type: array.type };
}

function toSpliced(l: Lowering, args: readonly Known[]): Known {
  const array = args[0] as Known;
  const layout = layoutOf(l, array.type);
  const items = args.slice(3).map((item) => convert(l, item, layout.stored));
  const length = lengthOf(l, array.operand, layout);
  const { from, count } = spliced(l, args, length);
  const copy = copyRange(l, array, zero, length);
  replaceRange(l, copy, layout, from, count, items);
  return { operand: copy, type: array.type };
}

function copyWithin(l: Lowering, args: readonly Known[]): Known {
  const array = args[0] as Known;
  const layout = layoutOf(l, array.type);
  if (lowTypeOf(layout.stored) === "void") return array;
  const length = lengthOf(l, array.operand, layout);
  const to = relative(l, args[1], length, zero);
  const from = relative(l, args[2], length, zero);
  const end = relative(l, args[3], length, length);
  const room = l.op("int_sub", [length, to], "int");
  const count = l.op("int_min", [l.op("int_sub", [end, from], "int"), room], "int");
  const storage = storageOf(l, array.operand, layout);
  l.when(l.op("int_gt", [count, zero], "bool"), () => {
    l.do("copy_items", [storage, to, storage, from, count]);
  });
  return array;
}

export const arraySplicing = {
  "array.shift": shift,
  "array.unshift": unshift,
  "array.splice": splice,
  "array.toSpliced": toSpliced,
  "array.copyWithin": copyWithin,
} as const satisfies Record<string, BuiltinLowering>;

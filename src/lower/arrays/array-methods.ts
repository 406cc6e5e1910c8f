/** Methods of arrays that need no code of the program. */
import { constants, type Operand, variable } from "../../graph/graph.ts";
import { isNever } from "../../graph/types.ts";
import { listStruct } from "../../graph/well-known.ts";
import type { BuiltinLowering } from "../calls/builtin.ts";
import { undefinedKnown } from "../calls/invoke.ts";
import { convert, lowTypeOf } from "../convert.ts";
import type { ArrayLayout } from "../layout.ts";
import type { Known, Lowering } from "../lowering.ts";
import { byCase } from "../objects/classes.ts";
import { negated, strictEqual } from "../primitives/equality.ts";
import { toInt } from "../primitives/number-operands.ts";
import { relative } from "../primitives/positions.ts";
import { joinArray, toText } from "../primitives/to-string.ts";
import { bool, int, string } from "../results.ts";
import { split } from "../split.ts";
import {
  copyRange,
  elementOf,
  hole,
  isHole,
  isWritten,
  layoutOf,
  lengthOf,
  loadItem,
  loadWord,
  mayHaveHoles,
  newStorage,
  reserve,
  storageOf,
  storeConverted,
  storeItem,
  wrap,
} from "./array-access.ts";
import { missing } from "./arrays.ts";

const zero = constants.int(0);
const one = constants.int(1);

const receiver = (args: readonly Known[]): Known => args[0] as Known;

const push: BuiltinLowering = (l, args) => {
  const array = receiver(args);
  const layout = layoutOf(l, array.type);
  const items = args.slice(1).map((item) => convert(l, item, layout.stored));
  const length = lengthOf(l, array.operand, layout);
  const grown = l.op("int_add", [length, constants.int(items.length)], "int");
  const capacity = l.op(
    "get_length",
    [storageOf(l, array.operand, layout)],
    "int",
    { struct: layout.itemsStruct },
    "capacity",
  );
  l.when(l.op("int_gt", [grown, capacity], "bool"), () => reserve(l, array.operand, grown, layout), false);
  const storage = storageOf(l, array.operand, layout);
  for (const [index, item] of items.entries()) {
    const at = index === 0 ? length : l.op("int_add", [length, constants.int(index)], "int");
    storeConverted(l, storage, at, layout, item);
  }
  l.set(array.operand, listStruct, "length", grown);
  return int(grown, 0, 2 ** 32 - 1);
};

const pop: BuiltinLowering = (l, args, result) => {
  const array = receiver(args);
  const layout = layoutOf(l, array.type);
  const length = lengthOf(l, array.operand, layout);
  const take = (): Operand => {
    const last = l.op("int_sub", [length, one], "int");
    const storage = storageOf(l, array.operand, layout);
    const item = loadItem(l, storage, last, layout);
    const isReference = layout.item === "ref" || layout.item === "value";
    if (isReference && lowTypeOf(layout.stored) !== "void") l.do("clear_items", [storage, last, one]);
    l.set(array.operand, listStruct, "length", last);
    return isNever(result) ? constants.nil : convert(l, item, result);
  };
  const some = l.op("int_ne", [length, zero], "bool");
  if (isNever(result) || lowTypeOf(result) === "void") {
    l.when(some, () => void take());
    return undefinedKnown;
  }
  return { operand: l.choose(some, lowTypeOf(result), take, () => missing(l, result), true), type: result };
};

/** The first index at which `test` holds, or -1. */
function findIndex(
  l: Lowering,
  array: Known,
  from: Operand,
  test: (item: Known, word: Known) => Operand,
): Operand {
  const layout = layoutOf(l, array.type);
  const length = lengthOf(l, array.operand, layout);
  const storage = storageOf(l, array.operand, layout);
  const index = variable("index", "int");
  const found = variable("found", "int");
  const head = l.newBlock(index);
  const [inside, next] = [l.newBlock(), l.newBlock()];
  const end = l.newBlock(found);
  l.jump(head, from);
  l.start(head);
  l.branch(l.op("int_lt", [index, length], "bool"), inside, { target: end, args: [constants.int(-1)] });
  l.start(inside);
  const word = loadWord(l, storage, index, layout);
  const equal = test(elementOf(l, word, layout), word);
  l.branch(equal, { target: end, args: [index] }, next);
  l.start(next);
  l.jump(head, l.op("int_add", [index, one], "int"));
  l.start(end);
  return found;
}

function search(l: Lowering, args: readonly Known[], numbers: "equal" | "same"): Operand {
  const array = receiver(args);
  const wanted = args[1] ?? undefinedKnown;
  const layout = layoutOf(l, array.type);
  const length = lengthOf(l, array.operand, layout);
  const from = args[2] ? relative(l, args[2], length, zero) : zero;
  // Only `includes` finds undefined in a hole.
  const skipsHoles = numbers === "equal" && wanted.type.undefined && mayHaveHoles(l, array);
  return findIndex(l, array, from, (item, word) => {
    const same = sameValue(l, item, wanted, numbers);
    return skipsHoles ? l.op("bool_and", [same, negated(l, isHole(l, word, layout))], "bool") : same;
  });
}

/** `includes` finds NaN, and holds 0 and -0 for one. */
function sameValue(l: Lowering, item: Known, wanted: Known, numbers: "equal" | "same"): Operand {
  const equal = strictEqual(l, item, wanted);
  if (numbers === "equal" || item.type.number?.kind !== "float") return equal;
  const both = strictEqual(l, item, wanted, "same");
  return l.op("bool_or", [equal, both], "bool");
}

const slice: BuiltinLowering = (l, args) => {
  const array = receiver(args);
  const length = lengthOf(l, array.operand, layoutOf(l, array.type));
  const from = relative(l, args[1], length, zero);
  const to = relative(l, args[2], length, length);
  const count = l.op("int_max", [l.op("int_sub", [to, from], "int"), zero], "int");
  return { operand: copyRange(l, array, from, count), type: array.type };
};

/** Arrays among the arguments give their elements, all else itself. */
const concat: BuiltinLowering = (l, args) => {
  const array = receiver(args);
  const layout = layoutOf(l, array.type);
  const count = (known: Known): Operand =>
    split(l, known, "int", (item, part) =>
      part === "objects"
        ? byArray(
            l,
            item,
            "int",
            (other) => lengthOf(l, other.operand, layout),
            () => one,
          )
        : one,
    );
  const lengths = args.map(count);
  const total = lengths.reduce((a, b) => l.op("int_add", [a, b], "int"));
  const storage = newStorage(l, total, layout);
  let at: Operand = zero;
  for (const [index, known] of args.entries()) {
    const start = at;
    const length = lengths[index] as Operand;
    split(l, known, "void", (item, part) => {
      const append = (): Operand => {
        storeItem(l, storage, start, layout, item);
        return constants.nil;
      };
      if (part !== "objects") return append();
      const copy = (other: Known): Operand => {
        l.do("copy_items", [storage, start, storageOf(l, other.operand, layout), zero, length]);
        return constants.nil;
      };
      return byArray(l, item, "void", copy, append);
    });
    at = l.op("int_add", [start, length], "int");
  }
  return { operand: wrap(l, storage, total, layout), type: array.type };
};

function byArray(
  l: Lowering,
  known: Known,
  low: "int" | "void",
  array: (one: Known) => Operand,
  otherwise: (one: Known) => Operand,
): Operand {
  const { layout } = l.context;
  const arrays = known.type.objects.filter((name) => layout.isArray(name));
  const others = known.type.objects.filter((name) => !layout.isArray(name));
  const groups = [
    { classes: arrays, handle: array },
    { classes: others, handle: otherwise },
  ].filter((group) => group.classes.length > 0);
  return byCase(l, known, groups, low, (group, item) => group.handle(item));
}

function swap(l: Lowering, storage: Operand, a: Operand, b: Operand, layout: ArrayLayout): void {
  const first = loadWord(l, storage, a, layout);
  const second = loadWord(l, storage, b, layout);
  storeConverted(l, storage, a, layout, second.operand);
  storeConverted(l, storage, b, layout, first.operand);
}

const reverse: BuiltinLowering = (l, args) => {
  const array = receiver(args);
  const layout = layoutOf(l, array.type);
  if (lowTypeOf(layout.stored) === "void") return array;
  const length = lengthOf(l, array.operand, layout);
  const storage = storageOf(l, array.operand, layout);
  const last = l.op("int_sub", [length, one], "int");
  l.loop(zero, l.op("int_div", [length, constants.int(2)], "int"), (index) => {
    swap(l, storage, index, l.op("int_sub", [last, index], "int"), layout);
  });
  return array;
};

const fill: BuiltinLowering = (l, args) => {
  const array = receiver(args);
  const layout = layoutOf(l, array.type);
  const length = lengthOf(l, array.operand, layout);
  const item = convert(l, args[1] ?? undefinedKnown, layout.stored);
  const from = relative(l, args[2], length, zero);
  const to = relative(l, args[3], length, length);
  const storage = storageOf(l, array.operand, layout);
  if (lowTypeOf(layout.stored) !== "void")
    l.loop(from, to, (index) => storeConverted(l, storage, index, layout, item));
  return array;
};

const join: BuiltinLowering = (l, args) => {
  const separator = args[1];
  const between = separator
    ? split(l, separator, "ref", (known, part) =>
        part === "undefined" ? constants.string(",") : toText(l, known),
      )
    : constants.string(",");
  return string(joinArray(l, receiver(args), between));
};

/** The element was written. */
const has: BuiltinLowering = (l, args) => {
  const array = receiver(args);
  return bool(isWritten(l, array, toInt(l, args[1] ?? undefinedKnown)));
};

/** Where there are no holes nothing gets here. */
const unwrite: BuiltinLowering = (l, args) => {
  const array = receiver(args);
  const layout = layoutOf(l, array.type);
  const empty = mayHaveHoles(l, array) ? hole(l, layout) : undefined;
  const index = toInt(l, args[1] ?? undefinedKnown);
  if (empty) storeConverted(l, storageOf(l, array.operand, layout), index, layout, empty);
  return undefinedKnown;
};

export const arrayMethods = {
  "array.##has": has,
  "array.##unwrite": unwrite,
  "array.##meetHole": (l) => {
    l.stop("unsupported", "the result of `map` would have holes: fill the array first");
    return undefinedKnown;
  },
  "array.length": (l, args) =>
    int(lengthOf(l, receiver(args).operand, layoutOf(l, receiver(args).type)), 0, 2 ** 32 - 1),
  "array.push": push,
  "array.pop": pop,
  "array.join": join,
  "array.indexOf": (l, args) => int(search(l, args, "equal"), -1, 2 ** 32 - 1),
  "array.includes": (l, args) => bool(l.op("int_ge", [search(l, args, "same"), zero], "bool")),
  "array.slice": slice,
  "array.concat": concat,
  "array.reverse": reverse,
  "array.fill": fill,
  "Array.isArray": (l, args) => {
    const { layout } = l.context;
    const answer = split(l, args[0] ?? undefinedKnown, "bool", (known, part) => {
      if (part !== "objects") return constants.bool(false);
      const arrays = known.type.objects.filter((name) => layout.isArray(name));
      if (arrays.length === 0) return constants.bool(false);
      const isArray = (): Operand => constants.bool(true);
      const others = known.type.objects.filter((name) => !layout.isArray(name));
      const groups = [
        { classes: arrays, handle: isArray },
        { classes: others, handle: (): Operand => constants.bool(false) },
      ].filter((group) => group.classes.length > 0);
      return byCase(l, known, groups, "bool", (group) => group.handle());
    });
    return bool(answer);
  },
} as const satisfies Record<string, BuiltinLowering>;

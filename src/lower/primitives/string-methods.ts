/** Methods of strings: a fast path for `charCodeAt`, calls of src/runtime/strings for the rest. */
import { constants, type Operand, variable } from "../../graph/graph.ts";
import { representationOf } from "../../graph/representation.ts";
import type { LowType } from "../../graph/types.ts";
import { anyStringStruct, listStruct, stringStruct } from "../../graph/well-known.ts";
import { layoutOf, wrap } from "../arrays/array-access.ts";
import type { BuiltinLowering } from "../calls/builtin.ts";
import { undefinedKnown } from "../calls/invoke.ts";
import { convert } from "../convert.ts";
import type { Known, Lowering } from "../lowering.ts";
import { bool, float, int, string } from "../results.ts";
import { split } from "../split.ts";
import { withoutLocale } from "./locales.ts";
import { isInt, toFloat } from "./number-operands.ts";
import { position, relative } from "./positions.ts";
import { concatenate, toText } from "./to-string.ts";

const zero = constants.int(0);
const maxLength = 536870888;

function self(args: readonly Known[]): Operand {
  return (args[0] as Known).operand;
}

function lengthOf(l: Lowering, text: Operand): Operand {
  if (text.kind === "string") return constants.int(text.value.length);
  return l.get(text, anyStringStruct, "length", "int");
}

/** An argument as a string; undefined or none gives `otherwise`. */
function text(l: Lowering, known: Known | undefined, otherwise: string): Operand {
  if (!known) return constants.string(otherwise);
  return split(l, known, "ref", (one, part) =>
    part === "undefined" ? constants.string(otherwise) : toText(l, one),
  );
}

function call(l: Lowering, name: string, args: readonly Operand[], type: LowType): Operand {
  return l.runtime(`strings.${name}`, args, type);
}

/** The unit in a flat one-byte string without a call; -1 where there is none. */
function unitAt(l: Lowering, operand: Operand, index: Operand): Operand {
  const flat = l.op("int_eq", [l.op("ref_type", [operand], "int"), constants.typeid(stringStruct)], "bool");
  const slow = l.newBlock();
  const flatBlock = l.newBlock();
  const narrow = l.newBlock();
  const fast = l.newBlock();
  const result = variable("unit", "int");
  const join = l.newBlock(result);
  l.branch(flat, flatBlock, slow, true);
  l.start(flatBlock);
  const wide = l.get(operand, stringStruct, "wide", "int");
  l.branch(l.op("int_eq", [wide, zero], "bool"), narrow, slow, true);
  l.start(narrow);
  l.branch(l.op("int_below", [index, lengthOf(l, operand)], "bool"), fast, slow, true);
  l.start(fast);
  l.jump(join, l.op("get_unit", [operand, index], "int", { struct: stringStruct, width: 1 }, "unit"));
  l.start(slow);
  l.jump(join, call(l, "units.unitAt", [operand, index], "int"));
  l.start(join);
  return result;
}

/** Beyond the end it is NaN, which only a float can be: where flow has proved an int the program stops. */
const charCodeAt: BuiltinLowering = (l, args, result) => {
  const index = position(l, args[1], zero);
  const unit = unitAt(l, self(args), index);
  const inside = l.op("int_ge", [unit, zero], "bool");
  if (representationOf(result).kind === "int") {
    if (!result.undefined) {
      l.require(inside, () => l.stop("outOfRangeRead"));
      return int(unit, 0, 65535);
    }
  }
  const asFloat = (): Operand => l.op("int_to_float", [unit], "float");
  return float(l.choose(inside, "float", asFloat, () => constants.float(Number.NaN), true));
};

/** A list of strings made by the run-time, in the layout that this program gives the result's class. */
export function adoptStrings(l: Lowering, list: Operand, args: { readonly type: Known["type"] }): Known {
  const layout = layoutOf(l, args.type);
  const items = l.get(list, listStruct, "items", "ref");
  const length = l.get(list, listStruct, "length", "int");
  if (layout.item === "ref") {
    if (layout.kind === "list") return { operand: list, type: args.type };
    // A fixed array is a storage without room to spare.
    const exact = l.op("allocate_items", [length], "ref", { struct: layout.itemsStruct }, "items");
    l.do("copy_items", [exact, zero, items, zero, length]);
    return { operand: exact, type: args.type };
  }
  const storage = l.op("allocate_items", [length], "ref", { struct: layout.itemsStruct }, "items");
  l.loop(zero, length, (index) => {
    const item = l.op("get_item", [items, index], "ref", { struct: "ItemsRef" }, "item");
    l.do("set_item", [storage, index, convert(l, string(item), layout.stored)], {
      struct: layout.itemsStruct,
    });
  });
  return { operand: wrap(l, storage, length, layout), type: args.type };
}

function find(l: Lowering, name: string, args: readonly Known[]): Operand {
  return call(l, name, [self(args), text(l, args[1], "undefined"), position(l, args[2], zero)], "int");
}

function pad(name: string): BuiltinLowering {
  return (l, args) =>
    string(call(l, name, [self(args), position(l, args[1], zero), text(l, args[2], " ")], "ref"));
}

function plain(name: string): BuiltinLowering {
  return (l, args) => string(call(l, name, [self(args)], "ref"));
}

/** The string of one code point; a RangeError names what is none. */
function codePointText(l: Lowering, known: Known): Operand {
  const bad = (): void =>
    l.throwError("RangeError", concatenate(l, [constants.string("Invalid code point "), toText(l, known)]));
  let code: Operand;
  if (isInt(known.type)) code = known.operand;
  else {
    const x = toFloat(l, known);
    l.require(l.op("float_is_int", [x], "bool"), bad);
    code = l.op("float_to_int", [x], "int");
  }
  l.require(l.op("int_below", [code, constants.int(0x110000)], "bool"), bad);
  return call(l, "units.fromCodePoint", [code], "ref");
}

export const stringMethods = {
  "string.length": (l, args) => int(lengthOf(l, self(args)), 0, maxLength),
  "string.charCodeAt": charCodeAt,
  "string.charAt": (l, args) =>
    string(call(l, "units.charAt", [self(args), position(l, args[1], zero)], "ref")),
  "string.slice": (l, args) => {
    const length = lengthOf(l, self(args));
    const from = relative(l, args[1], length, zero);
    return string(call(l, "slice.between", [self(args), from, relative(l, args[2], length, length)], "ref"));
  },
  "string.substring": (l, args) => {
    const length = lengthOf(l, self(args));
    const clamp = (at: Operand): Operand =>
      l.op("int_max", [l.op("int_min", [at, length], "int"), zero], "int");
    const a = clamp(position(l, args[1], zero));
    const b = clamp(position(l, args[2], length));
    const [from, to] = [l.op("int_min", [a, b], "int"), l.op("int_max", [a, b], "int")];
    return string(call(l, "slice.between", [self(args), from, to], "ref"));
  },
  "string.indexOf": (l, args) => int(find(l, "search.indexOf", args), -1, maxLength),
  "string.lastIndexOf": (l, args) => {
    const from = position(l, args[2], constants.int(maxLength));
    return int(
      call(l, "search.lastIndexOf", [self(args), text(l, args[1], "undefined"), from], "int"),
      -1,
      maxLength,
    );
  },
  "string.includes": (l, args) => {
    return bool(l.op("int_ge", [find(l, "search.indexOf", args), zero], "bool"));
  },
  "string.startsWith": (l, args) => {
    const from = position(l, args[2], zero);
    return bool(call(l, "search.matchesAt", [self(args), text(l, args[1], "undefined"), from], "bool"));
  },
  "string.endsWith": (l, args) => {
    const length = lengthOf(l, self(args));
    const end = l.op(
      "int_max",
      [l.op("int_min", [position(l, args[2], length), length], "int"), zero],
      "int",
    );
    const pattern = text(l, args[1], "undefined");
    const from = l.op("int_sub", [end, lengthOf(l, pattern)], "int");
    const fits = l.op("int_ge", [from, zero], "bool");
    const match = (): Operand => call(l, "search.matchesAt", [self(args), pattern, from], "bool");
    return bool(l.choose(fits, "bool", match, () => constants.bool(false)));
  },
  "string.split": (l, args, result) => {
    const limit = position(l, args[2], constants.int(2 ** 32 - 1));
    const list = split(l, args[1] ?? undefinedKnown, "ref", (one, part) =>
      part === "undefined"
        ? call(l, "split.whole", [self(args), limit], "ref")
        : call(l, "split.split", [self(args), toText(l, one), limit], "ref"),
    );
    return adoptStrings(l, list, { type: { ...result, undefined: false, null: false } });
  },
  "string.repeat": (l, args) => {
    const count = position(l, args[1], zero);
    return string(call(l, "repeat.repeat", [self(args), count], "ref"));
  },
  "string.padStart": pad("repeat.padStart"),
  "string.padEnd": pad("repeat.padEnd"),
  "string.trim": plain("trim.trim"),
  "string.toUpperCase": plain("letter-case.toUpperCase"),
  "string.toLowerCase": plain("letter-case.toLowerCase"),
  "string.toString": (_l, args) => args[0] as Known,
  "string.valueOf": (_l, args) => args[0] as Known,
  "string.concat": (l, args) =>
    string(concatenate(l, [self(args), ...args.slice(1).map((one) => toText(l, one))])),
  "string.substr": (l, args) => {
    const length = lengthOf(l, self(args));
    const from = relative(l, args[1], length, zero);
    const count = l.op("int_max", [position(l, args[2], length), zero], "int");
    const to = l.op("int_min", [l.op("int_add", [from, count], "int"), length], "int");
    return string(call(l, "slice.between", [self(args), from, to], "ref"));
  },
  "string.trimStart": plain("trim.trimStart"),
  "string.trimEnd": plain("trim.trimEnd"),
  "string.trimLeft": plain("trim.trimStart"),
  "string.trimRight": plain("trim.trimEnd"),
  "string.toLocaleUpperCase": withoutLocale(plain("letter-case.toUpperCase")),
  "string.toLocaleLowerCase": withoutLocale(plain("letter-case.toLowerCase")),
  "string.localeCompare": withoutLocale(
    (l, args) =>
      int(call(l, "collate.localeCompare", [self(args), text(l, args[1], "undefined")], "int"), -1, 1),
    2,
  ),
  "String.fromCodePoint": (l, args) =>
    string(
      concatenate(
        l,
        args.map((one) => codePointText(l, one)),
      ),
    ),
  "String.fromCharCode": (l, args) => {
    const units = args.map((one) => call(l, "units.fromUnit", [position(l, one, zero)], "ref"));
    const [first = constants.string(""), ...rest] = units;
    return string(rest.reduce((a, b) => call(l, "concat.concat", [a, b], "ref"), first));
  },
} as const satisfies Record<string, BuiltinLowering>;

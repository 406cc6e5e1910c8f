/** `console.log` and `console.error`: what is known prints directly; only objects and unions need inspection. */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ValueType, valueType } from "../../graph/types.ts";
import { referenceClass } from "../../graph/well-known.ts";
import type { BuiltinLowering } from "../calls/builtin.ts";
import { undefinedKnown } from "../calls/invoke.ts";
import { convert } from "../convert.ts";
import type { Known, Lowering } from "../lowering.ts";
import {
  bigIntText,
  booleanText,
  concatenate,
  numberText,
  symbolText,
  toText,
} from "../primitives/to-string.ts";
import { bool } from "../results.ts";
import { partsOf, split } from "../split.ts";

/** Any value at all. */
export const anyValue: ValueType = valueType({
  undefined: true,
  null: true,
  boolean: true,
  string: true,
  bigint: true,
  symbol: true,
  number: { kind: "float", low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
  objects: [referenceClass],
});

/** The text that console.log shows for a value at the top level. */
function shown(l: Lowering, known: Known): Operand {
  return split(l, known, "ref", (one, part) => {
    switch (part) {
      case "undefined":
      case "null":
        return constants.string(part);
      case "boolean":
        return booleanText(l, one.operand);
      case "number": {
        if (one.operand.kind === "float" && Object.is(one.operand.value, -0)) return constants.string("-0");
        if (one.type.number?.kind === "int" || one.operand.kind === "float") return numberText(l, one);
        return l.runtime("inspect.primitives.numberText", [one.operand], "ref");
      }
      case "string":
        return one.operand;
      case "bigint":
        return concatenate(l, [bigIntText(l, one.operand), constants.string("n")]);
      case "symbol":
        return symbolText(l, one.operand);
      case "objects":
        l.context.inspect(one.type);
        return l.runtime("inspect.inspect.inspect", [convert(l, one, anyValue)], "ref");
    }
  });
}

function write(l: Lowering, file: number, text: Operand): void {
  if (text.kind === "string" && text.value === "") return;
  l.do("call", [constants.int(file), text], { function: "runtime.output.write.writeText" });
}

/** A format is a first string with a `%` and something to put there. */
function isFormat(args: readonly Known[]): boolean {
  const [first] = args;
  if (!first || args.length < 2 || !first.type.string) return false;
  return first.operand.kind !== "string" || first.operand.value.includes("%");
}

/** All arguments as values in a list, for the run-time's formatter. */
function formatted(l: Lowering, args: readonly Known[]): Operand {
  const values = args.map((one) => {
    l.context.inspect(one.type);
    return convert(l, one, anyValue);
  });
  const items = l.op(
    "allocate_items",
    [constants.int(values.length)],
    "ref",
    { struct: "ItemsValue" },
    "items",
  );
  for (const [index, value] of values.entries()) {
    l.do("set_item", [items, constants.int(index), value], { struct: "ItemsValue" });
  }
  return l.runtime("inspect.format.format", [items, constants.int(values.length)], "ref");
}

function print(file: number): BuiltinLowering {
  return (l, args) => {
    // Groups indent lines: they need the whole text.
    if (l.context.source.functions.has("node.console.group")) {
      const text = args.length === 0 ? constants.string("") : formatted(l, args);
      l.do("call", [constants.int(file), text], { function: "runtime.output.groups.writeLines" });
      return undefinedKnown;
    }
    if (isFormat(args)) {
      write(l, file, formatted(l, args));
      write(l, file, constants.string("\n"));
      return undefinedKnown;
    }
    const texts: Operand[] = [];
    let pending = "";
    for (const [index, known] of args.entries()) {
      if (index > 0) pending += " ";
      const text = shown(l, known);
      if (text.kind === "string") {
        pending += text.value;
        continue;
      }
      if (pending !== "") texts.push(constants.string(pending));
      pending = "";
      texts.push(text);
    }
    texts.push(constants.string(`${pending}\n`));
    for (const text of texts) write(l, file, text);
    return undefinedKnown;
  };
}

export const consoleBuiltins = {
  "console.log": print(1),
  "console.error": print(2),
  "process.stdout.write": (l, args) => {
    const [text] = args;
    if (text && partsOf(text.type).every((part) => part === "string")) write(l, 1, text.operand);
    else if (text) write(l, 1, toText(l, text));
    return bool(constants.bool(true));
  },
} as const satisfies Record<string, BuiltinLowering>;

/** Symbols: values that equal nothing but themselves. */
import { constants, type Operand } from "../../graph/graph.ts";
import { symbolType, valueType } from "../../graph/types.ts";
import { symbolStruct } from "../../graph/well-known.ts";
import type { BuiltinLowering } from "../calls/builtin.ts";
import { undefinedKnown } from "../calls/invoke.ts";
import type { Known } from "../lowering.ts";
import { string } from "../results.ts";
import { split, splitPart } from "../split.ts";
import { concatenate, symbolText, toText } from "./to-string.ts";

const first = (args: readonly Known[]): Known => args[0] ?? undefinedKnown;

function symbol(operand: Operand): Known {
  return { operand, type: symbolType };
}

/** `Symbol(description)`; of a constant of a module the frontend knows the name of its members. */
const make: BuiltinLowering = (l, args) => {
  const key = args[1]?.operand ?? constants.string("");
  const made = (description: Operand): Operand => {
    const one = l.op("allocate", [], "ref", { struct: symbolStruct }, "symbol");
    l.set(one, symbolStruct, "description", description);
    l.set(one, symbolStruct, "key", key);
    return one;
  };
  return symbol(
    splitPart(l, first(args), "undefined", "ref", {
      is: () => made(constants.nil),
      isNot: (description) => made(toText(l, description)),
    }),
  );
};

const maybeText = valueType({ string: true, undefined: true });

const keyFor: BuiltinLowering = (l, args) => {
  const operand = split(l, first(args), "ref", (one, part) => {
    if (part !== "symbol") {
      l.throwError("TypeError", concatenate(l, [toText(l, one), constants.string(" is not a symbol")]));
      return constants.nil;
    }
    return l.choose(
      l.runtime("symbols.registry.isRegistered", [one.operand], "bool"),
      "ref",
      () => l.get(one.operand, symbolStruct, "description", "ref"),
      () => constants.nil,
    );
  });
  return { operand, type: maybeText };
};

export const symbolBuiltins = {
  Symbol: make,
  "Symbol.for": (l, args) => symbol(l.runtime("symbols.registry.symbolFor", [toText(l, first(args))], "ref")),
  "Symbol.wellKnown": (l, args) =>
    symbol(l.runtime("symbols.registry.wellKnown", [first(args).operand], "ref")),
  "Symbol.keyFor": keyFor,
  "symbol.toString": (l, args) => string(symbolText(l, first(args).operand)),
  "symbol.valueOf": (_l, args) => first(args),
} as const satisfies Record<string, BuiltinLowering>;

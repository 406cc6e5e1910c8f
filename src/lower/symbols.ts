/** Symbols: values that equal nothing but themselves. */
import { constants, type Operand } from "../graph/graph.ts";
import { symbolType } from "../graph/types.ts";
import { symbolStruct } from "../graph/well-known.ts";
import type { BuiltinLowering } from "./builtin.ts";
import { undefinedKnown } from "./invoke.ts";
import type { Known } from "./lowering.ts";
import { string } from "./results.ts";
import { splitPart } from "./split.ts";
import { symbolText, toText } from "./to-string.ts";

const first = (args: readonly Known[]): Known => args[0] ?? undefinedKnown;

function symbol(operand: Operand): Known {
  return { operand, type: symbolType };
}

/** `Symbol(description)`. */
const make: BuiltinLowering = (l, args) => {
  const made = (description: Operand): Operand => {
    const one = l.op("allocate", [], "ref", { struct: symbolStruct }, "symbol");
    l.set(one, symbolStruct, "description", description);
    return one;
  };
  return symbol(
    splitPart(l, first(args), "undefined", "ref", {
      is: () => made(constants.nil),
      isNot: (description) => made(toText(l, description)),
    }),
  );
};

export const symbolBuiltins = {
  Symbol: make,
  "Symbol.for": (l, args) => symbol(l.runtime("symbols.registry.symbolFor", [toText(l, first(args))], "ref")),
  "symbol.toString": (l, args) => string(symbolText(l, first(args).operand)),
  "symbol.valueOf": (_l, args) => first(args),
} as const satisfies Record<string, BuiltinLowering>;

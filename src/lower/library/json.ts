/** JSON.stringify: the run-time asks each object of itself. */
import { constants } from "../../graph/graph.ts";
import type { BuiltinLowering } from "../calls/builtin.ts";
import { undefinedKnown } from "../calls/invoke.ts";
import { convert, narrow } from "../convert.ts";
import { anyValue } from "./console.ts";

export const jsonBuiltins = {
  "JSON.stringify": (l, args, result) => {
    const operands = [0, 1, 2].map((i) => {
      const known = args[i] ?? undefinedKnown;
      l.context.inspect(known.type);
      return convert(l, known, anyValue, true);
    });
    const text = l.runtime("json.stringify.stringify", operands, "value");
    if (!result.string) return { operand: constants.nil, type: result };
    return narrow(l, { operand: text, type: anyValue }, { ...result, null: false });
  },
} as const satisfies Record<string, BuiltinLowering>;

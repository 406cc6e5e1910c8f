/** `process` and `performance`. */
import { constants } from "../../graph/graph.ts";
import { neverType } from "../../graph/types.ts";
import type { BuiltinLowering } from "../calls/builtin.ts";
import type { Known, Lowering } from "../lowering.ts";
import { toInt } from "../primitives/number-operands.ts";
import { adoptStrings } from "../primitives/string-methods.ts";
import { float } from "../results.ts";
import { partsOf } from "../split.ts";

function exit(l: Lowering, args: readonly Known[]): Known {
  const [code] = args;
  const given = code && !partsOf(code.type).every((part) => part === "undefined");
  l.do("call_native", [given ? toInt(l, code) : constants.int(0)], { name: "exit" });
  l.end({ kind: "unreachable" });
  return { operand: constants.nil, type: neverType };
}

export const processBuiltins = {
  "process.argv": (l, _args, result) => {
    const list = l.runtime("process.arguments.programArguments", [], "ref");
    return adoptStrings(l, list, { type: { ...result, undefined: false, null: false } });
  },
  "process.exit": exit,
  "performance.now": (l) => float(l.native("now", [], "float")),
} as const satisfies Record<string, BuiltinLowering>;

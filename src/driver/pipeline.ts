/** The passes in order, each with the reason for its place. One loop runs them, with dumps and verification. */

import type { Program } from "../graph/program.ts";
import { boundsChecks } from "../passes/bounds-checks.ts";
import { commonSubexpressions } from "../passes/common-subexpressions.ts";
import { constantFolding } from "../passes/constant-folding.ts";
import { constantGlobals } from "../passes/constant-globals.ts";
import { conversions } from "../passes/conversions.ts";
import { deadCode } from "../passes/dead-code.ts";
import { deadFunctions } from "../passes/dead-functions.ts";
import { deadParams } from "../passes/dead-params.ts";
import { devirtualize } from "../passes/devirtualize.ts";
import { escapeAnalysis } from "../passes/escape-analysis.ts";
import { inline } from "../passes/inline.ts";
import { knownConditions } from "../passes/known-conditions.ts";
import { loopInvariants } from "../passes/loop-invariants.ts";
import { mallocRemoval } from "../passes/malloc-removal.ts";
import { mergeBlocks } from "../passes/merge-blocks.ts";
import { outlineThrows } from "../passes/outline-throws.ts";
import { type Pass, unsettleBelow } from "../passes/pass.ts";
import { redundantLoads } from "../passes/redundant-loads.ts";
import { sameArguments } from "../passes/same-arguments.ts";
import { sharedEnds } from "../passes/shared-ends.ts";
import { storeSinking } from "../passes/store-sinking.ts";
import { switchDetection } from "../passes/switch-detection.ts";
import { Remarks } from "../source/remarks.ts";
import type { TranslateOptions } from "./options.ts";

interface Step {
  readonly pass: Pass;
  /** The least -O level that runs it. */
  readonly level: number;
  readonly because: string;
}

export const pipeline: readonly Step[] = [
  { pass: deadFunctions, level: 0, because: "of the linked library only what is called need be looked at" },
  { pass: constantGlobals, level: 1, because: "module constants are the operands of the next pass" },
  { pass: constantFolding, level: 1, because: "branches on constants go before anything copies them" },
  {
    pass: constantGlobals,
    level: 1,
    because: "module constants that were computed from others are constants now",
  },
  { pass: mergeBlocks, level: 1, because: "lowering leaves chains of small blocks" },
  { pass: sharedEnds, level: 1, because: "lowering throws the same for one kind of values after the other" },
  { pass: devirtualize, level: 2, because: "what has one callee can be inlined" },
  { pass: inline, level: 2, because: "accessors and constructors vanish, and their callers become constant" },
  { pass: deadFunctions, level: 2, because: "callees that were inlined everywhere need no further work" },
  { pass: sameArguments, level: 2, because: "parameters that always get one value only hide it" },
  { pass: devirtualize, level: 2, because: "function values have come to where they are called" },
  { pass: inline, level: 2, because: "what they call can be inlined now" },
  { pass: sameArguments, level: 2, because: "the objects that inlined calls get are known by one name" },
  { pass: conversions, level: 2, because: "inlined calls unbox what was boxed for them" },
  { pass: constantFolding, level: 2, because: "arguments of inlined calls are now known" },
  { pass: deadParams, level: 2, because: "a parameter that nobody reads would keep an object whole" },
  {
    pass: mallocRemoval,
    level: 2,
    because: "inlined iterators, closures and tuples stay where they are made",
  },
  { pass: sameArguments, level: 2, because: "most of the fields that are carried along never change" },
  { pass: constantFolding, level: 2, because: "tests of objects that were taken apart are decided" },
  { pass: commonSubexpressions, level: 2, because: "the same index has one name, then its item has" },
  { pass: redundantLoads, level: 2, because: "inlined code loads again what it has just stored or loaded" },
  { pass: commonSubexpressions, level: 2, because: "inlined code repeats type tests and lengths" },
  { pass: knownConditions, level: 2, because: "what a branch has tested need not be tested again" },
  { pass: boundsChecks, level: 2, because: "lengths and indexes have one name each by now" },
  { pass: constantFolding, level: 2, because: "conditions became constants" },
  { pass: sameArguments, level: 2, because: "ways that are never taken brought other values" },
  { pass: commonSubexpressions, level: 2, because: "calls that never happen do not divide what is known" },
  { pass: redundantLoads, level: 2, because: "the same, for lengths and storages of arrays" },
  { pass: commonSubexpressions, level: 2, because: "tests of what was loaded once are the same" },
  { pass: knownConditions, level: 2, because: "and decided once" },
  { pass: boundsChecks, level: 2, because: "checks whose length was loaded twice" },
  { pass: conversions, level: 2, because: "what fields of vanished objects held is used under its own name" },
  { pass: constantFolding, level: 2, because: "the last branches are decided" },
  { pass: switchDetection, level: 2, because: "only now does nothing stand between the tests of a chain" },
  { pass: storeSinking, level: 2, because: "loads of what a loop changes are gone where they can be" },
  { pass: loopInvariants, level: 2, because: "what is left to read may not change in the loop" },
  { pass: sameArguments, level: 2, because: "blocks before loops pass on what comes to the loop" },
  { pass: deadParams, level: 1, because: "block parameters that nobody reads keep their arguments alive" },
  { pass: deadCode, level: 1, because: "what the others left without users" },
  { pass: mergeBlocks, level: 1, because: "fewer labels for the C compiler" },
  { pass: outlineThrows, level: 2, because: "what throws has become as small as it can be" },
  { pass: escapeAnalysis, level: 2, because: "what could vanish has vanished" },
  { pass: deadFunctions, level: 1, because: "callees that were inlined everywhere" },
];

interface Run {
  /** Drop nothing: functions that nothing names yet are what a library is made of. */
  readonly keepAll?: boolean;
  readonly remarks?: Remarks;
  /** Called after each pass. */
  readonly after?: (pass: string) => void;
}

/** Runs the passes that the options choose, in place. */
export function runPasses(
  program: Program,
  { level, without }: Pick<TranslateOptions, "level" | "without">,
  { keepAll = false, remarks = new Remarks(), after = () => {} }: Run = {},
): void {
  unsettleBelow(program, level);
  for (const { pass, level: least } of pipeline) {
    if (level < least || without.includes(pass.name) || (keepAll && pass === deadFunctions)) continue;
    pass.run(program, remarks);
    after(pass.name);
  }
}

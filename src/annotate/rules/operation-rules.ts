import type { HighOpName } from "../../graph/ops.ts";
import { arithmeticRules } from "./arithmetic-rules.ts";
import { arrayRules } from "./array-rules.ts";
import { callRules } from "./call-rules.ts";
import { creationRules } from "./creation-rules.ts";
import { iterationRules } from "./iteration-rules.ts";
import { memberRules } from "./member-rules.ts";
import { objectRules } from "./object-rules.ts";
import type { Rule } from "./rule.ts";
import { testRules } from "./test-rules.ts";

/** What each operation does in the first fixpoint, by kind of value. */
export const operationRules: Readonly<Record<HighOpName, Rule>> = {
  ...arithmeticRules,
  ...testRules,
  ...memberRules,
  ...creationRules,
  ...arrayRules,
  ...iterationRules,
  ...callRules,
  ...objectRules,
};

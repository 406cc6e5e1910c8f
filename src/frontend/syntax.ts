/** The families of syntax, tied together. */
import { call } from "./calls.ts";
import { condition } from "./conditions.ts";
import { assign, declarePattern } from "./destructuring.ts";
import { effect, expression } from "./expressions.ts";
import type { Syntax } from "./function-context.ts";
import { functionValue } from "./functions.ts";
import { statement, statements } from "./statements.ts";

export const syntax: Syntax = {
  statement,
  statements,
  expression,
  effect,
  condition,
  declarePattern,
  assign,
  functionValue,
  callInChain: call,
};

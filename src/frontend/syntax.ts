/** The families of syntax, tied together. */
import { call } from "./calls/calls.ts";
import { condition } from "./control/conditions.ts";
import { effect, expression } from "./expressions.ts";
import type { Syntax } from "./functions/function-context.ts";
import { functionValue } from "./functions/functions.ts";
import { statement, statements } from "./statements.ts";
import { assign, declarePattern } from "./values/destructuring.ts";

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

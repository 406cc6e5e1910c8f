import { type Constant, constants } from "../../graph/graph.ts";

/** The constant for a number that is not written as a literal. */
export function numberConstant(value: number): Constant {
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? constants.int(value) : constants.float(value);
}

import { constants, type Operand } from "../../graph/graph.ts";

/** Functions of any number of arguments that can be had by taking one after the other. */
export const foldable: Readonly<Record<string, Operand>> = {
  "Math.max": constants.float(Number.NEGATIVE_INFINITY),
  "Math.min": constants.float(Number.POSITIVE_INFINITY),
  "String.fromCharCode": constants.string(""),
  "String.fromCodePoint": constants.string(""),
};

import { floatType, type NumberFact } from "../graph/types.ts";

/** The numbers that may reach a slot. */
export interface NumberSet {
  readonly low: number;
  readonly high: number;
}

export function numberFact(_numbers: NumberSet | undefined): NumberFact {
  return floatType.number as NumberFact;
}

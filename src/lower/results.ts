/** How handlers take operands and give results. */
import type { Operand, Operation } from "../graph/graph.ts";
import type { HighOpName } from "../graph/ops.ts";
import { type ValueType, valueType } from "../graph/types.ts";
import { convert } from "./convert.ts";
import type { Known, Lowering } from "./lowering.ts";

/** Lowers one typed operation. */
export type Handler = (l: Lowering, operation: Operation) => void;
export type Handlers<Names extends HighOpName> = Readonly<Record<Names, Handler>>;

export function argumentsOf(l: Lowering, operation: Operation): Known[] {
  return operation.args.map((one) => l.known(one));
}

/** The operation's result, in the representation that flow gave it. */
export function give(l: Lowering, operation: Operation, known: Known): void {
  if (operation.result) l.define(operation.result, convert(l, known, l.typeOf(operation.result)));
}

export function giveBool(l: Lowering, operation: Operation, operand: Operand): void {
  give(l, operation, { operand, type: booleanKnown });
}

export function resultType(l: Lowering, operation: Operation): ValueType {
  return operation.result ? l.typeOf(operation.result) : valueType({});
}

const booleanKnown = valueType({ boolean: true });
const stringKnown = valueType({ string: true });

export function bool(operand: Operand): Known {
  return { operand, type: booleanKnown };
}

export function string(operand: Operand): Known {
  return { operand, type: stringKnown };
}

export function int(operand: Operand, low = -Number.MAX_SAFE_INTEGER, high = Number.MAX_SAFE_INTEGER): Known {
  return { operand, type: valueType({ number: { kind: "int", low, high } }) };
}

export function float(operand: Operand): Known {
  return {
    operand,
    type: valueType({
      number: { kind: "float", low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
    }),
  };
}

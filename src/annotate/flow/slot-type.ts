import { type NumberFact, type ValueType, valueType } from "../../graph/types.ts";
import { numberFact } from "../numbers/number-set.ts";
import { anyBoolean, anyUndefined, bit } from "./kinds.ts";
import type { Slot } from "./slot.ts";

/** The type that a slot gets in the typed program. */
export function slotType(slot: Slot): ValueType {
  return valueType({
    undefined: slot.has(anyUndefined),
    null: slot.has(bit.null),
    boolean: slot.has(anyBoolean),
    string: slot.has(bit.string),
    bigint: slot.has(bit.bigint),
    symbol: slot.has(bit.symbol),
    number: slot.has(bit.number) ? slotNumber(slot) : undefined,
    objects: [...slot.objects].map((one) => one.name).sort(),
  });
}

function slotNumber(slot: Slot): NumberFact {
  // A root's parameter that no operation reads keeps what it was declared to be.
  return numberFact(slot.shared.numbers ?? slot.seed);
}

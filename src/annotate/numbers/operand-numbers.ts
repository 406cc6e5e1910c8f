import { bit } from "../flow/kinds.ts";
import type { Slot } from "../flow/slot.ts";
import { anyNumber, joinSets, type NumberSet, notANumber, range } from "./number-set.ts";

/** ToNumber of what is in a slot, of the kinds in `kinds`. An absent value stops instead. */
export function operandNumbers(slot: Slot, kinds = -1): NumberSet | undefined {
  let set = slot.has(bit.number) ? slot.shared.numbers : undefined;
  const bits = slot.bits & kinds;
  if (bits === bit.number && (slot.objects.size === 0 || kinds !== -1)) return set;
  // A number that has not arrived yet: the result must not be known before it.
  if (bits & bit.number && !set) return undefined;
  if (bits & bit.null) set = joinSets(set, range(0, 0));
  if (bits & bit.true) set = joinSets(set, range(1, 1));
  if (bits & bit.false) set = joinSets(set, range(0, 0));
  if (bits & bit.undefined) set = joinSets(set, notANumber);
  if (bits & bit.string || (kinds === -1 && slot.objects.size > 0)) set = joinSets(set, anyNumber);
  return set;
}

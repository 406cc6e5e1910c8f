import { constants, type Operand } from "../graph/graph.ts";
import { lowTypeOf } from "./convert.ts";
import type { Place } from "./layout.ts";
import type { Known, Lowering } from "./lowering.ts";

/** What an object has in a place. */
export function loadPlace(l: Lowering, object: Operand, place: Place): Known {
  const low = lowTypeOf(place.type);
  if (low === "void") return { operand: constants.nil, type: place.type };
  return { operand: l.get(object, place.struct, place.field, low), type: place.type };
}

import { constants, type Operand } from "../../graph/graph.ts";
import { lowTypeOf } from "../convert.ts";
import type { Place } from "../layout.ts";
import type { Known, Lowering } from "../lowering.ts";
import { fieldOf, isTagged, mayBeObject } from "../tagged/tagged-words.ts";

/** What an object has in a place; of one that lives in its word that is the rest of the word. */
export function loadPlace(l: Lowering, object: Operand, place: Place): Known {
  const low = lowTypeOf(place.type);
  if (low === "void") return { operand: constants.nil, type: place.type };
  const load = (ref: Operand): Operand => l.get(ref, place.struct, place.field, low);
  if (!mayBeObject(object)) return { operand: load(object), type: place.type };
  const operand = l.choose(
    isTagged(l, object),
    low,
    () => fieldOf(l, object, low),
    () => load(l.op("value_to_ref", [object], "ref")),
  );
  return { operand, type: place.type };
}

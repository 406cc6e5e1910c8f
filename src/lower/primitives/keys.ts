/** What hash tables ask of keys (src/memory/key-primitives.ts): a hash for each kind, the same for an int and its double. */
import { constants, type Operand } from "../../graph/graph.ts";
import { isTaggedClass, mayBeTagged } from "../../graph/tagged.ts";
import type { ValueType } from "../../graph/types.ts";
import type { Known, Lowering } from "../lowering.ts";
import { partsOf, split } from "../split.ts";
import { requireIdentity } from "../tagged/identity.ts";
import { strictEqual } from "./equality.ts";

const unitHashes = { undefined: 4, null: 3 } as const;

/** Small integers are their own hash: tables of consecutive keys are filled one slot after the other. */
function hashInt(l: Lowering, int: Operand): Operand {
  const high = l.op("int_floor_div", [int, constants.int(2 ** 32)], "int");
  return l.op("int_shr_unsigned", [l.op("int_xor", [int, high], "int"), constants.int(0)], "int");
}

function hashFloat(l: Lowering, float: Operand): Operand {
  return l.choose(
    l.op("float_is_int", [float], "bool"),
    "int",
    () => hashInt(l, l.op("float_to_int", [float], "int")),
    () => l.runtime("numbers.hash.hash", [float], "int"),
  );
}

export function hashKey(l: Lowering, key: Known): Operand {
  return split(l, key, "int", (one, part) => {
    switch (part) {
      case "undefined":
      case "null":
        return constants.int(unitHashes[part]);
      case "boolean":
        return l.op("bool_to_int", [one.operand], "int");
      case "number":
        return one.type.number?.kind === "int" ? hashInt(l, one.operand) : hashFloat(l, one.operand);
      case "string":
        return l.runtime("strings.hash.hash", [one.operand], "int");
      case "bigint":
        return l.runtime("bigint.numbers.hash", [one.operand], "int");
      case "objects":
        if (!mayBeTagged(one.type)) return l.op("ref_identity", [one.operand], "int");
        requireIdentity(l, [one], "a key of a map or a member of a set", isOnlyTagged(key.type));
        return l.op("ref_identity", [l.op("value_to_ref", [one.operand], "ref")], "int");
      case "symbol":
        return l.op("ref_identity", [one.operand], "int");
    }
  });
}

function isOnlyTagged(type: ValueType): boolean {
  return partsOf(type).every((part) => part === "objects") && type.objects.every(isTaggedClass);
}

export function sameKey(l: Lowering, a: Known, b: Known): Operand {
  return strictEqual(l, a, b, "same");
}

/** Arguments that are positions, counts or strings with a default, as methods of strings and arrays take them. */
import { constants, type Operand } from "../../graph/graph.ts";
import type { Known, Lowering } from "../lowering.ts";
import { partsOf, split } from "../split.ts";
import { isInt, toFloat } from "./number-operands.ts";

/** Beyond any length; still exact in every computation with one. */
const far = 2 ** 40;

/** ToIntegerOrInfinity as an int; infinities become ±2^40. Undefined, or no argument, gives `otherwise`. */
export function position(l: Lowering, known: Known | undefined, otherwise: Operand): Operand {
  if (!known) return otherwise;
  if (isInt(known.type)) return known.operand;
  return split(l, known, "int", (one, part) => {
    if (part === "undefined") return otherwise;
    if (part === "number" && one.type.number?.kind === "int") return one.operand;
    const x = toFloat(l, one);
    const number = l.op("float_eq", [x, x], "bool");
    return l.choose(
      number,
      "int",
      () => {
        const low = l.op("float_max", [l.op("float_trunc", [x], "float"), constants.float(-far)], "float");
        return l.op("float_to_int", [l.op("float_min", [low, constants.float(far)], "float")], "int");
      },
      () => constants.int(0),
    );
  });
}

/** A position counted from the end if negative, within 0..length. */
export function relative(
  l: Lowering,
  known: Known | undefined,
  length: Operand,
  otherwise: Operand,
): Operand {
  const at = position(l, known, otherwise);
  if (at === length) return at;
  if (at.kind === "int" && at.value === 0) return at;
  const clamped = (): Operand => l.op("int_min", [at, length], "int");
  if (at.kind === "int" && at.value > 0) return clamped();
  const fromEnd = (): Operand =>
    l.op("int_max", [l.op("int_add", [length, at], "int"), constants.int(0)], "int");
  if (at.kind === "int") return fromEnd();
  return l.choose(l.op("int_lt", [at, constants.int(0)], "bool"), "int", fromEnd, clamped);
}

export function mayBeUndefined(known: Known | undefined): boolean {
  return known === undefined || partsOf(known.type).includes("undefined");
}

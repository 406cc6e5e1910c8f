/** JavaScript's operators, by the names of their operations (ops-high.ts). */

export const arithmeticOperators = ["add", "sub", "mul", "div", "mod", "pow", "neg"] as const;

/** Of undefined they make 0. */
export const bitOperators = [
  "bit_and",
  "bit_or",
  "bit_xor",
  "bit_not",
  "shift_left",
  "shift_right",
  "shift_right_unsigned",
] as const;

/** What a value is, or whether it is another: they write nothing, and read nothing of an object's properties. */
export const testOperators = [
  "strict_equal",
  "strict_not_equal",
  "loose_equal",
  "loose_not_equal",
  "truthy",
  "not",
  "typeof",
  "instance_of",
] as const;

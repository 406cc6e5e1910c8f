/** JavaScript's operators on numbers, by the names of their operations (ops-high.ts). */

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

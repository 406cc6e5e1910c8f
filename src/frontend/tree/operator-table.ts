import type { HighOpName } from "../../graph/ops.ts";
import { type ts, tsc } from "../checker/typescript.ts";

const K = tsc.SyntaxKind;

const operations: ReadonlyMap<ts.SyntaxKind, HighOpName> = new Map<ts.SyntaxKind, HighOpName>([
  [K.PlusToken, "add"],
  [K.MinusToken, "sub"],
  [K.AsteriskToken, "mul"],
  [K.SlashToken, "div"],
  [K.PercentToken, "mod"],
  [K.AsteriskAsteriskToken, "pow"],
  [K.AmpersandToken, "bit_and"],
  [K.BarToken, "bit_or"],
  [K.CaretToken, "bit_xor"],
  [K.LessThanLessThanToken, "shift_left"],
  [K.GreaterThanGreaterThanToken, "shift_right"],
  [K.GreaterThanGreaterThanGreaterThanToken, "shift_right_unsigned"],
  [K.LessThanToken, "less"],
  [K.LessThanEqualsToken, "less_equal"],
  [K.GreaterThanToken, "greater"],
  [K.GreaterThanEqualsToken, "greater_equal"],
  [K.EqualsEqualsEqualsToken, "strict_equal"],
  [K.ExclamationEqualsEqualsToken, "strict_not_equal"],
  [K.EqualsEqualsToken, "loose_equal"],
  [K.ExclamationEqualsToken, "loose_not_equal"],
]);

const compound: ReadonlyMap<ts.SyntaxKind, HighOpName> = new Map<ts.SyntaxKind, HighOpName>([
  [K.PlusEqualsToken, "add"],
  [K.MinusEqualsToken, "sub"],
  [K.AsteriskEqualsToken, "mul"],
  [K.SlashEqualsToken, "div"],
  [K.PercentEqualsToken, "mod"],
  [K.AsteriskAsteriskEqualsToken, "pow"],
  [K.AmpersandEqualsToken, "bit_and"],
  [K.BarEqualsToken, "bit_or"],
  [K.CaretEqualsToken, "bit_xor"],
  [K.LessThanLessThanEqualsToken, "shift_left"],
  [K.GreaterThanGreaterThanEqualsToken, "shift_right"],
  [K.GreaterThanGreaterThanGreaterThanEqualsToken, "shift_right_unsigned"],
]);

/** The operation of a binary operator that evaluates both sides. */
export function binaryOperation(token: ts.SyntaxKind): HighOpName | undefined {
  return operations.get(token);
}

/** The operation of `+=` and its like. */
export function compoundOperation(token: ts.SyntaxKind): HighOpName | undefined {
  return compound.get(token);
}

/** The operator on which `&&=`, `||=` and `??=` build. */
export function logicalOf(token: ts.SyntaxKind): "and" | "or" | "nullish" | undefined {
  if (token === K.AmpersandAmpersandToken || token === K.AmpersandAmpersandEqualsToken) return "and";
  if (token === K.BarBarToken || token === K.BarBarEqualsToken) return "or";
  if (token === K.QuestionQuestionToken || token === K.QuestionQuestionEqualsToken) return "nullish";
  return undefined;
}

/** Literals whose text alone says what they are. */
import { type Constant, constants } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { skipErased } from "./syntax-tree.ts";

const K = tsc.SyntaxKind;

/** The parser has made decimal digits of every form. */
function bigIntOf(node: ts.BigIntLiteral): bigint {
  return BigInt(node.text.slice(0, -1));
}

/** The constant that an expression is, if its text alone says it. */
export function literalConstant(given: ts.Expression): Constant | undefined {
  const node = skipErased(given);
  switch (node.kind) {
    case K.NumericLiteral:
      return numberLiteral(node as ts.NumericLiteral);
    case K.StringLiteral:
    case K.NoSubstitutionTemplateLiteral:
      return constants.string((node as ts.StringLiteral).text);
    case K.BigIntLiteral:
      return constants.bigint(bigIntOf(node as ts.BigIntLiteral));
    case K.TrueKeyword:
      return constants.bool(true);
    case K.FalseKeyword:
      return constants.bool(false);
    case K.NullKeyword:
      return constants.null;
    case K.PrefixUnaryExpression: {
      const { operator, operand } = node as ts.PrefixUnaryExpression;
      const value = operator === K.MinusToken ? skipErased(operand) : undefined;
      if (value && tsc.isBigIntLiteral(value)) return constants.bigint(-bigIntOf(value));
      if (!value || !tsc.isNumericLiteral(value)) return undefined;
      const number = numberLiteral(value);
      if (number.kind !== "int" && number.kind !== "float") return undefined;
      return number.kind === "int" && number.value !== 0
        ? constants.int(-number.value)
        : constants.float(-number.value);
    }
    default:
      return undefined;
  }
}

/** Written with a point or an exponent it is a float; so is what is too large for an integer. */
function numberLiteral(node: ts.NumericLiteral): Constant {
  const value = Number(node.text);
  const written = node.getText();
  const isFloat = !/^0[xob]/i.test(written) && /[.e]/i.test(written);
  return isFloat || !Number.isSafeInteger(value) ? constants.float(value) : constants.int(value);
}

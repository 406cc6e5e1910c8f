/**
 * Keys of type arguments: they only decide which calls of a generic function or class share a clone, so a wrong one costs
 * speed and nothing else.
 */
import { type ts, tsc } from "./typescript.ts";

/** One key for each type parameter of what is called. */
export function typeKeys(checker: ts.TypeChecker, node: ts.CallExpression | ts.NewExpression): string[] {
  if (tsc.isCallExpression(node) && !mayBeGeneric(checker, node)) return [];
  const signature = checker.getResolvedSignature(node);
  if (!signature) return [];
  if (tsc.isNewExpression(node)) {
    const type = checker.getTypeAtLocation(node);
    const isReference = (type.flags & tsc.TypeFlags.Object) !== 0 && "target" in type;
    const own = isReference ? checker.getTypeArguments(type as ts.TypeReference) : [];
    const count =
      (type.symbol?.valueDeclaration as ts.ClassDeclaration | undefined)?.typeParameters?.length ?? 0;
    return own.slice(0, count).map((one) => keyOf(one));
  }
  const types = checker.getTypeArgumentsForResolvedSignature(signature);
  return (types ?? []).map((one) => keyOf(one));
}

/** Cheap test on the declaration first: resolving a signature again is not. */
function mayBeGeneric(checker: ts.TypeChecker, node: ts.CallExpression): boolean {
  const signature = checker.getResolvedSignature(node);
  const declaration = signature?.getDeclaration();
  return (declaration?.typeParameters?.length ?? 0) > 0;
}

export function keyOf(type: ts.Type): string {
  const { flags } = type;
  if (flags & tsc.TypeFlags.TypeParameter) return `$${type.symbol.name}`;
  if (flags & tsc.TypeFlags.NumberLike) return "number";
  if (flags & tsc.TypeFlags.StringLike) return "string";
  if (flags & tsc.TypeFlags.BooleanLike) return "boolean";
  if (flags & tsc.TypeFlags.Null) return "null";
  if (flags & (tsc.TypeFlags.Undefined | tsc.TypeFlags.Void)) return "undefined";
  if (flags & tsc.TypeFlags.Object) {
    const name = type.symbol?.name ?? "object";
    // Unnamed kinds of objects are `__type`, `__object`, `__function`.
    return name.startsWith("__") ? name.slice(2) : name.replace(/[^\w$]/g, "_");
  }
  return "u";
}

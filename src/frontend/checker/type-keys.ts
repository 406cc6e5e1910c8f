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

/** Arrays of arrays of arrays have one key: a generic function may call itself with an array of its own type. */
const deepest = 2;
/** Larger unions without a name have one key. */
const mostMembers = 4;

export function keyOf(type: ts.Type, depth = 0): string {
  const { flags } = type;
  if (flags & tsc.TypeFlags.TypeParameter) return `$${type.symbol.name}`;
  if (flags & tsc.TypeFlags.NumberLike) return "number";
  if (flags & tsc.TypeFlags.StringLike) return "string";
  if (flags & tsc.TypeFlags.BooleanLike) return "boolean";
  if (flags & tsc.TypeFlags.Null) return "null";
  if (flags & (tsc.TypeFlags.Undefined | tsc.TypeFlags.Void)) return "undefined";
  if (type.isUnion()) return unionKey(type, depth);
  if (flags & tsc.TypeFlags.Object) {
    const name = type.symbol?.name ?? "object";
    const element = elementOf(type, name);
    if (element && depth < deepest) {
      const key = keyOf(element, depth + 1);
      // A type parameter is known only where it is the whole key.
      if (!key.includes("$")) return `Array_${key}`;
    }
    // Unnamed kinds of objects are `__type`, `__object`, `__function`.
    return name.startsWith("__") ? name.slice(2) : plain(name);
  }
  return "u";
}

function plain(name: string): string {
  return name.replace(/[^\w$]/g, "_");
}

function elementOf(type: ts.Type, name: string): ts.Type | undefined {
  if (name !== "Array" && name !== "ReadonlyArray") return undefined;
  return "typeArguments" in type
    ? (type as ts.TypeReference & { typeArguments: readonly ts.Type[] }).typeArguments[0]
    : undefined;
}

/** A union is known by its name, else by its members, whatever their order. */
function unionKey(type: ts.UnionType, depth: number): string {
  if (type.aliasSymbol && !type.aliasTypeArguments) return plain(type.aliasSymbol.name);
  const members = new Set(type.types.map((one) => keyOf(one, depth)));
  if (members.size > mostMembers) return "u";
  const keys = [...members].sort();
  return keys.some((one) => one.includes("$")) ? "u" : keys.join("_or_");
}

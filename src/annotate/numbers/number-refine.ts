/** What a passed test tells of the numbers in a set. */
import { maxSafe } from "../../graph/types.ts";
import { isOnlyNaN, type NumberSet } from "./number-set.ts";

/** The set within the given bounds; nothing if no number is left. */
function within(a: NumberSet, low: number, high: number): NumberSet | undefined {
  const low2 = a.integral ? Math.max(a.low, Math.ceil(low)) : Math.max(a.low, low);
  const high2 = a.integral ? Math.min(a.high, Math.floor(high)) : Math.min(a.high, high);
  if (low2 > high2)
    return a.nan ? { ...a, low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY } : undefined;
  return { ...a, low: low2 + 0, high: high2 + 0, minusZero: a.minusZero && low2 <= 0 && high2 >= 0 };
}

const comparisons = new Set(["less", "less_equal", "greater", "greater_equal"]);

/** Beside an integer a strict bound is one further. */
function strict(a: NumberSet, b: NumberSet): number {
  return a.integral && b.integral ? 1 : 0;
}

/**
 * `a` after a test. `b` is what it was compared with. If `unordered`, the opposite comparison has failed, which it also
 * does where one of the two is NaN: with NaN in `b` nothing follows for `a`, and NaN in `a` stays.
 */
export function refineSet(
  given: NumberSet,
  test: string,
  b: NumberSet | undefined,
  unordered: boolean,
): NumberSet | undefined {
  const a = comparisons.has(test) && !unordered ? { ...given, nan: false } : given;
  switch (test) {
    case "truthy":
      return truthy(a);
    case "falsy":
      return within(a, 0, 0);
    case "integer":
      return withoutNaN({ ...a, integral: true, float: false });
    case "safe_integer": {
      const safe = withoutNaN({ ...a, integral: true, float: false });
      return safe && within(safe, -maxSafe, maxSafe);
    }
    default:
      break;
  }
  if (isOnlyNaN(a)) return a.nan ? a : undefined;
  if (b === undefined || isOnlyNaN(b) || (b.nan && unordered)) return a;
  switch (test) {
    case "less":
      return within(a, Number.NEGATIVE_INFINITY, b.high - strict(a, b));
    case "less_equal":
      return within(a, Number.NEGATIVE_INFINITY, b.high);
    case "greater":
      return within(a, b.low + strict(a, b), Number.POSITIVE_INFINITY);
    case "greater_equal":
      return within(a, b.low, Number.POSITIVE_INFINITY);
    case "equal":
      return within({ ...a, nan: false }, b.low, b.high);
    case "not_equal":
      return notEqual(a, b);
    default:
      return a;
  }
}

function withoutNaN(a: NumberSet): NumberSet | undefined {
  return isOnlyNaN(a) ? undefined : { ...a, nan: false };
}

function truthy(a: NumberSet): NumberSet | undefined {
  const set = withoutNaN(a);
  if (!set) return undefined;
  return notEqual({ ...set, minusZero: false }, { ...set, low: 0, high: 0 });
}

/** A bound that is excluded moves by one. */
function notEqual(a: NumberSet, b: NumberSet): NumberSet | undefined {
  if (b.low !== b.high || !a.integral) return a;
  const minusZero = a.minusZero && b.low !== 0;
  if (a.low === b.low) return within({ ...a, minusZero }, a.low + 1, a.high);
  if (a.high === b.low) return within({ ...a, minusZero }, a.low, a.high - 1);
  return { ...a, minusZero };
}

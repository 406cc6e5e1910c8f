/** `heddle/dispatch` on Node: src/runtime/modules/dispatch.ts says what each function means. */

type AnyClass = abstract new (...args: never[]) => unknown;

interface Method {
  readonly first: AnyClass;
  readonly second: AnyClass;
  readonly run: (first: unknown, second: unknown) => unknown;
}

export function when(first: AnyClass, second: AnyClass, run: Method["run"]): Method {
  return { first, second, run };
}

/** How far a class is above an object's; Infinity if it is not. */
function distance(value: unknown, above: AnyClass): number {
  if ((typeof value !== "object" && typeof value !== "function") || value === null)
    return Number.POSITIVE_INFINITY;
  let far = 0;
  for (let one = Object.getPrototypeOf(value); one !== null; one = Object.getPrototypeOf(one)) {
    if (one === above.prototype) return far;
    far++;
  }
  return Number.POSITIVE_INFINITY;
}

function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "object" || typeof value === "function") return value.constructor.name;
  return typeof value;
}

export function multimethod(
  name: string,
  ...methods: readonly Method[]
): (first: unknown, second: unknown) => unknown {
  return (first, second) => {
    const applicable = methods
      .map((method) => ({
        method,
        far: distance(first, method.first),
        farther: distance(second, method.second),
      }))
      .filter(({ far, farther }) => far + farther < Number.POSITIVE_INFINITY);
    const far = Math.min(...applicable.map((one) => one.far));
    const farther = Math.min(...applicable.map((one) => one.farther));
    const [found, another] = applicable.filter((one) => one.far === far && one.farther === farther);
    if (found && !another) return found.method.run(first, second);
    const what = applicable.length === 0 ? "no method" : "several methods";
    throw new TypeError(`${name} has ${what} for ${nameOf(first)} and ${nameOf(second)}`);
  };
}

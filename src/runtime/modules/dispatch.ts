/**
 * `heddle/dispatch`: functions of two arguments whose classes choose among methods. On Node `src/frontend/oracle/dispatch-on-node.ts`
 * stands for it. A multimethod is a constant at the top of a module; the translation knows its methods and makes tables of
 * them (src/frontend/calls/multimethods.ts), so that nothing here is ever called.
 */
export type Class<T> = abstract new (...args: never[]) => T;

/** A method for two classes and those below them. */
export interface Method<R> {
  readonly run: (first: never, second: never) => R;
}

export function when<A, B, R>(
  _first: Class<A>,
  _second: Class<B>,
  run: (first: A, second: B) => R,
): Method<R> {
  return { run };
}

/** Calls the method whose classes are nearest to those of both arguments; a TypeError without one, or with several. */
export function multimethod<R>(
  name: string,
  ..._methods: readonly Method<R>[]
): (first: object | null | undefined, second: object | null | undefined) => R {
  throw new TypeError(name);
}

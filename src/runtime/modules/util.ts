/** `util`: texts of values. */
import { deepEqual, formatText, inspectText } from "../../memory/inspect-services.ts";

export interface InspectOptions {
  depth?: number | null;
  breakLength?: number;
  compact?: number | boolean;
  sorted?: boolean;
  maxArrayLength?: number | null;
  colors?: boolean;
  showHidden?: boolean;
}

const endless = 9007199254740991;

export function inspect(value: unknown, options?: InspectOptions): string {
  if (options === undefined) return inspectText(value, 2, 80, 3, false, 100);
  if (options.colors === true || options.showHidden === true || options.compact === true)
    throw new Error("util.inspect with colors, showHidden or compact: true is not supported");
  const depth = options.depth === undefined ? 2 : bounded(options.depth);
  const compact = options.compact === undefined ? 3 : options.compact === false ? 0 : Number(options.compact);
  const longest = options.maxArrayLength === undefined ? 100 : bounded(options.maxArrayLength);
  const breakLength = options.breakLength === undefined ? 80 : bounded(options.breakLength);
  return inspectText(value, depth, breakLength, compact, options.sorted === true, longest);
}

function bounded(limit: number | null): number {
  return limit === null || !(limit < 1e9) ? endless : limit | 0;
}

export function format(...values: unknown[]): string {
  return formatText(values);
}

export function isDeepStrictEqual(a: unknown, b: unknown): boolean {
  return deepEqual(a, b, true);
}

type Callback = (error: any, value?: any) => void;

/** The function with a promise in place of its last parameter, a callback. */
export function promisify(f: (...args: any[]) => void): (...args: any[]) => Promise<any> {
  return (...args: any[]) =>
    new Promise((resolve, reject) => {
      const callback: Callback = (error, value) => {
        if (error) reject(error);
        else resolve(value);
      };
      f(...args, callback);
    });
}

// What `import util from "node:util"` means.
export * as default from "./util.ts";

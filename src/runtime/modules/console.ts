/** The parts of `console` that keep something, or print in a form of their own. */
import { inspectText, setIndentation, tableText } from "../../memory/inspect-services.ts";
import { now } from "../../memory/system-services.ts";

let indentation = 0;

export function group(...label: unknown[]): void {
  if (label.length > 0) console.log(...label);
  indentation += 2;
  setIndentation(indentation);
}

export function groupEnd(): void {
  if (indentation >= 2) indentation -= 2;
  setIndentation(indentation);
}

export function table(data?: unknown, columns?: unknown): void {
  console.log(tableText(data, columns));
}

export function dir(value?: unknown, options?: { depth?: number | null }): void {
  const depth = options?.depth === undefined ? 2 : (options.depth ?? 1e6);
  console.log(inspectText(value, depth, 80, 3, false, 100));
}

export function assert(condition?: unknown, ...values: unknown[]): void {
  if (condition) return;
  if (values.length === 0) {
    console.error("Assertion failed");
    return;
  }
  values[0] = `Assertion failed: ${values[0]}`;
  console.error(...values);
}

const names: string[] = [];
const counts: number[] = [];

export function count(label?: string): void {
  const name = label === undefined ? "default" : `${label}`;
  let place = names.indexOf(name);
  if (place < 0) {
    place = names.length;
    names.push(name);
    counts.push(0);
  }
  counts[place] = counts[place]! + 1;
  console.log(`${name}: ${counts[place]!}`);
}

export function countReset(label?: string): void {
  const place = names.indexOf(label === undefined ? "default" : `${label}`);
  if (place >= 0) counts[place] = 0;
}

const timers: string[] = [];
const starts: number[] = [];

export function time(label?: string): void {
  timers.push(label === undefined ? "default" : `${label}`);
  starts.push(now());
}

export function timeLog(label?: string): void {
  const name = label === undefined ? "default" : `${label}`;
  const place = timers.lastIndexOf(name);
  if (place >= 0) console.log(`${name}: ${elapsed(now() - starts[place]!)}`);
}

export function timeEnd(label?: string): void {
  const name = label === undefined ? "default" : `${label}`;
  const place = timers.lastIndexOf(name);
  if (place < 0) return;
  console.log(`${name}: ${elapsed(now() - starts[place]!)}`);
  timers[place] = "";
}

function elapsed(ms: number): string {
  return ms >= 1000 ? `${(ms / 1000).toFixed(3)}s` : `${Number(ms.toFixed(3))}ms`;
}

export function trace(...values: unknown[]): void {
  console.error("Trace:", ...values);
}

/** `heddle heap`: what a snapshot holds, and how two differ, as tables. */
import { Paths } from "./paths.ts";
import type { Snapshot } from "./read-snapshot.ts";
import { type Retained, retained } from "./retained.ts";
import { isRoot, type TypeTotal, typeTotals } from "./types.ts";

const mostTypes = 30;
const mostHolders = 8;
const mostSteps = 12;

function size(bytes: number): string {
  const absolute = Math.abs(bytes);
  if (absolute < 1024) return `${bytes} B`;
  if (absolute < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function changed(n: number, text: string): string {
  return n > 0 ? `+${text}` : text;
}

/** Columns of numbers to the right, the last one, a name, to the left. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  return rows
    .map((row) => row.map((one, i) => (i < row.length - 1 ? one.padStart(widths[i] ?? 0) : one)).join("  "))
    .map((line) => `${line}\n`)
    .join("");
}

export function summarize(snapshot: Snapshot): string {
  const found = retained(snapshot);
  const totals = typeTotals(snapshot, found);
  const paths = new Paths(snapshot);
  const shown = totals.slice(0, mostTypes);
  const table = shown.map(({ type, count, bytes, retained: kept }) => [
    String(count),
    size(bytes),
    size(kept),
    type,
  ]);
  const rest = totals.length - shown.length;
  return [
    `${total(totals)}\n\n`,
    columns([["objects", "bytes", "retained", "type"], ...table]),
    rest > 0 ? `… and ${rest} more types\n` : "",
    "\nwhat keeps most alive\n",
    ...holders(snapshot, found).map((node) => explained(paths, found, node)),
  ].join("");
}

function total(totals: readonly TypeTotal[]): string {
  const count = totals.reduce((sum, one) => sum + one.count, 0);
  const bytes = totals.reduce((sum, one) => sum + one.bytes, 0);
  return `${count} objects, ${size(bytes)}`;
}

/** Those with the largest retained sizes; of a chain that keeps the same but for a little, the first. */
function holders(snapshot: Snapshot, { order, dominator, bytes }: Retained): number[] {
  const weight = (node: number): number => bytes[node] as number;
  return [...order]
    .filter((node) => !isRoot(snapshot, node))
    .filter((node) => {
      const above = dominator[node] as number;
      return isRoot(snapshot, above) || weight(node) < weight(above) * 0.9;
    })
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, mostHolders);
}

function explained(paths: Paths, { bytes }: Retained, node: number): string {
  const steps = paths.to(node);
  const shown =
    steps.length > mostSteps
      ? [...steps.slice(0, mostSteps / 2), "…", ...steps.slice(-mostSteps / 2)]
      : steps;
  return `${size(bytes[node] as number).padStart(10)}  ${shown.join(" → ")}\n`;
}

/** For the largest object of a type: the path that keeps it alive. Undefined if there is none of the type. */
export function why(snapshot: Snapshot, type: string): string | undefined {
  const found = retained(snapshot);
  const named = typeTotals(snapshot, found).find((one) => one.type === type);
  if (!named) return undefined;
  const steps = new Paths(snapshot).to(named.largest);
  const head = `${named.count} × ${type}, ${size(named.bytes)}; the one that keeps most alive, ${size(found.bytes[named.largest] as number)}:\n`;
  return head + steps.map((step, i) => `${"  ".repeat(Math.min(i, 20) + 1)}${step}\n`).join("");
}

/** What there is more and less of in the second one. */
export function difference(before: Snapshot, after: Snapshot): string {
  const [one, other] = [before, after].map((snapshot) => typeTotals(snapshot, retained(snapshot))) as [
    TypeTotal[],
    TypeTotal[],
  ];
  const known = new Map(one.map((row) => [row.type, row]));
  const types = new Set([...other, ...one].map(({ type }) => type));
  const now = new Map(other.map((row) => [row.type, row]));
  const rows = [...types]
    .map((type) => ({
      type,
      count: (now.get(type)?.count ?? 0) - (known.get(type)?.count ?? 0),
      bytes: (now.get(type)?.bytes ?? 0) - (known.get(type)?.bytes ?? 0),
    }))
    .filter(({ count, bytes }) => count !== 0 || bytes !== 0)
    .sort((a, b) => Math.abs(b.bytes) - Math.abs(a.bytes) || (a.type < b.type ? -1 : 1));
  const table = rows.map(({ type, count, bytes }) => [
    changed(count, String(count)),
    changed(bytes, size(bytes)),
    type,
  ]);
  return `${total(one)}  →  ${total(other)}\n\n${columns([["objects", "bytes", "type"], ...table])}`;
}

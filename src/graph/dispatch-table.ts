/**
 * Which method belongs to the classes of two objects, as tables: Pang, Holst, Leontiev and Szafron, "Multi-Method Dispatch
 * Using Multiple Row Displacement" (1999), for two arguments. Classes are numbered so that those below one are an interval
 * (class-intervals.ts). Classes whose rows or columns are the same share one, and the rows, mostly empty, are laid over each
 * other so that no two methods meet:
 *
 *   methods by class:        1 2 3        laid over:   offset   1 2 3 4 5 6
 *                     row A  m . n                     A at 0   m   n
 *                     row B  . o .                     B at 1       . o
 *                     row C  . p .                     C at 0     p
 *
 * Each entry says whose it is, so that another row's is not taken for one's own.
 */
import { classIntervals } from "./class-intervals.ts";
import { ancestors, type Program, type Struct } from "./program.ts";

/** No method is for these classes; several are, and none of them is nearer to both than all others. */
export const noMethod = -1;
export const severalMethods = -2;

/** How far a class is above another; undefined if it is not. */
export type Distance = (above: string) => number | undefined;

/**
 * The method nearest to both classes. `methods` are pairs of names of classes with a blank between them; the distances are
 * those of the classes above the first and the second object's.
 */
export function chooseMethod(methods: readonly string[], first: Distance, second: Distance): number {
  let applicable: { index: number; far: number; farther: number }[] = [];
  for (const [index, method] of methods.entries()) {
    const [a = "", b = ""] = method.split(" ");
    const [far, farther] = [first(a), second(b)];
    if (far !== undefined && farther !== undefined) applicable.push({ index, far, farther });
  }
  if (applicable.length === 0) return noMethod;
  const far = Math.min(...applicable.map((one) => one.far));
  const farther = Math.min(...applicable.map((one) => one.farther));
  applicable = applicable.filter((one) => one.far === far && one.farther === farther);
  return applicable.length === 1 ? applicable[0]!.index : severalMethods;
}

/** Of a program's classes; clones are as far as what they are clones of. */
export function classDistance(program: Program, className: string): Distance {
  const distances = new Map<string, number>();
  for (const one of ancestors(program, className)) distances.set(one.cloneOf ?? one.name, distances.size);
  return (above) => distances.get(above);
}

/** Of a program's structs. */
export function structDistance(program: Program, struct: Struct): Distance {
  const distances = new Map<string, number>();
  for (let one: Struct | undefined = struct; one; one = program.structs.get(one.parent ?? ""))
    distances.set(one.name, distances.size);
  return (above) => distances.get(above);
}

export interface DispatchTable {
  /** Where a class's row begins, from the class with number `firstRow` on; 0: it has none. */
  readonly firstRow: number;
  readonly rows: readonly number[];
  /** A class's place in each row, from the class with number `firstColumn` on; 0: it has none. */
  readonly firstColumn: number;
  readonly columns: readonly number[];
  /** By row and place: where the row begins whose entry it is, and the method. */
  readonly owners: readonly number[];
  readonly methods: readonly number[];
}

/** The method's number; `noMethod`, `severalMethods`. */
export function lookUp(table: DispatchTable, first: number, second: number): number {
  const row = table.rows[first - table.firstRow] ?? 0;
  const at = row + (table.columns[second - table.firstColumn] ?? 0);
  return table.owners[at] === row ? (table.methods[at] ?? noMethod) : noMethod;
}

/** Classes in groups of which all members find the same. */
interface Groups {
  readonly first: number;
  /** By number from `first` on: the group, 0 for none. */
  readonly groupOf: readonly number[];
  /** What a group finds, by group less one. */
  readonly found: readonly (readonly number[])[];
}

export function dispatchTable(program: Program, methods: readonly string[]): DispatchTable {
  const intervals = classIntervals(program);
  const structs = [...program.structs.values()].map((struct) => ({
    number: intervals.get(struct.name)?.[0] ?? 0,
    distance: structDistance(program, struct),
  }));
  const found = structs.map((row) =>
    structs.map((column) => chooseMethod(methods, row.distance, column.distance)),
  );
  const numbers = structs.map((one) => one.number);
  const columns = grouped(
    numbers,
    structs.map((_, column) => found.map((row) => row[column] ?? noMethod)),
  );
  const representatives = columns.found.map((_, group) =>
    numbers.findIndex((number) => columns.groupOf[number - columns.first] === group + 1),
  );
  const rows = grouped(
    numbers,
    found.map((row) => representatives.map((column) => row[column] ?? noMethod)),
  );
  const { offsets, owners, entries } = displaced(rows.found, representatives.length);
  return {
    firstRow: rows.first,
    rows: rows.groupOf.map((group) => (group === 0 ? 0 : offsets[group - 1]!)),
    firstColumn: columns.first,
    columns: columns.groupOf,
    owners,
    methods: entries,
  };
}

function grouped(numbers: readonly number[], found: readonly (readonly number[])[]): Groups {
  const used = numbers.filter((_, at) => found[at]!.some((one) => one !== noMethod));
  const first = Math.min(...used, Number.MAX_SAFE_INTEGER);
  const groupOf = used.length === 0 ? [] : new Array<number>(Math.max(...used) - first + 1).fill(0);
  const groups = new Map<string, number>();
  const kept: (readonly number[])[] = [];
  const inOrder = numbers.map((number, at) => ({ number, finds: found[at]! }));
  for (const { number, finds } of inOrder.sort((a, b) => a.number - b.number)) {
    if (!used.includes(number)) continue;
    const key = finds.join();
    if (!groups.has(key)) {
      kept.push(finds);
      groups.set(key, kept.length);
    }
    groupOf[number - first] = groups.get(key)!;
  }
  return { first, groupOf, found: kept };
}

/** Lays rows over each other, fullest first, each at the least offset that no other row has and where it fits. */
function displaced(
  rows: readonly (readonly number[])[],
  width: number,
): { offsets: number[]; owners: number[]; entries: number[] } {
  const offsets = new Array<number>(rows.length).fill(0);
  const owners: number[] = [];
  const entries: number[] = [];
  const places = rows.map((row, index) => ({
    index,
    full: row.flatMap((method, column) => (method === noMethod ? [] : [{ method, at: column + 1 }])),
  }));
  places.sort((a, b) => b.full.length - a.full.length || a.index - b.index);
  for (const { index, full } of places) {
    let offset = 1;
    while (offsets.includes(offset) || full.some(({ at }) => (owners[offset + at] ?? 0) !== 0)) offset++;
    offsets[index] = offset;
    for (const { at, method } of full) {
      owners[offset + at] = offset;
      entries[offset + at] = method;
    }
  }
  // Any row's any place is within.
  const length = Math.max(0, ...offsets) + width + 1;
  for (let at = 0; at < length; at++) {
    owners[at] ??= 0;
    entries[at] ??= noMethod;
  }
  return { offsets, owners, entries };
}

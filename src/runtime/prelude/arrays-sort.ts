/**
 * The method `sort`: stable, as the language's own must be. Like V8's it is Peters' Timsort (2002) without galloping:
 * what is in order already, or in reverse, is found and kept; short runs are made longer by binary insertion; and the
 * later of two elements is always the first argument of the comparison, so that one which is not consistent (`a > b`, as
 * is often written) leaves what it leaves on Node. Undefined comes behind all others and is never compared; holes come
 * last.
 */

interface Holed {
  "##has"(index: number): boolean;
  "##unwrite"(index: number): void;
}

export function sort<T>(array: T[], compare: ((a: T, b: T) => number) | undefined): T[] {
  const work: T[] = [];
  const rest: T[] = [];
  const holed = array as unknown as Holed;
  for (let i = 0; i < array.length; i++) {
    const value = array[i]!;
    if (value !== undefined) work.push(value);
    else if (holed["##has"](i)) rest.push(value);
  }
  if (compare === undefined) sortByText(work);
  else sortRuns(work, compare);
  for (let i = 0; i < array.length; i++) {
    const j = i - work.length;
    if (j < 0) array[i] = work[i]!;
    else if (j < rest.length) array[i] = rest[j]!;
    else holed["##unwrite"](i);
  }
  return array;
}

export function toSorted<T>(array: T[], compare: ((a: T, b: T) => number) | undefined): T[] {
  return sort(array.slice(), compare);
}

/** From here on runs are merged; shorter arrays are one run. */
const shortest = 64;

function sortRuns<T>(work: T[], compare: (a: T, b: T) => number): void {
  const length = work.length;
  const least = leastRun(length);
  const left: T[] = [];
  /** Where the runs that wait to be merged start, and how many there are. */
  const starts: number[] = [];
  let count = 0;
  let low = 0;
  while (low < length) {
    const end = Math.min(findRun(work, low, length, compare), length);
    const high = Math.min(Math.max(end, low + least), length);
    insertAll(work, low, end, high, compare);
    if (count < starts.length) starts[count] = low;
    else starts.push(low);
    count++;
    // Runs that wait get shorter by at least half: merges are of neighbours of about one length.
    while (
      count > 1 &&
      (high === length || high - starts[count - 1]! >= starts[count - 1]! - starts[count - 2]!)
    ) {
      mergeRuns(work, starts[count - 2]!, starts[count - 1]!, high, left, compare);
      count--;
    }
    low = high;
  }
}

/** Between 32 and 64, such that the array is a power of two of them, or a little less. */
function leastRun(length: number): number {
  let rest = length;
  let odd = 0;
  while (rest >= shortest) {
    odd |= rest & 1;
    rest >>= 1;
  }
  return rest + odd;
}

/** The end of the run that starts at `low`. One that goes down is turned round. */
function findRun<T>(work: T[], low: number, high: number, compare: (a: T, b: T) => number): number {
  let end = low + 1;
  if (end >= high) return high;
  const descends = compare(work[end]!, work[low]!) < 0;
  end++;
  while (end < high && compare(work[end]!, work[end - 1]!) < 0 === descends) end++;
  if (descends) {
    for (let i = low, j = end - 1; i < j; i++, j--) {
      const value = work[i]!;
      work[i] = work[j]!;
      work[j] = value;
    }
  }
  return end;
}

/** Puts the elements from `start` on where they belong among those from `low` on, which are in order. */
function insertAll<T>(
  work: T[],
  low: number,
  start: number,
  high: number,
  compare: (a: T, b: T) => number,
): void {
  for (let next = start; next < high; next++) {
    const value = work[next]!;
    let from = low;
    let to = next;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (compare(value, work[middle]!) < 0) to = middle;
      else from = middle + 1;
    }
    for (let i = next; i > from; i--) work[i] = work[i - 1]!;
    work[from] = value;
  }
}

/** Merges two neighbouring runs in place; `left` gets a copy of the first. */
function mergeRuns<T>(
  work: T[],
  low: number,
  middle: number,
  high: number,
  left: T[],
  compare: (a: T, b: T) => number,
): void {
  if (!(compare(work[middle]!, work[middle - 1]!) < 0)) return;
  const count = middle - low;
  for (let i = 0; i < count; i++) {
    if (i < left.length) left[i] = work[low + i]!;
    else left.push(work[low + i]!);
  }
  let i = 0;
  let right = middle;
  let to = low;
  let first = left[0]!;
  let second = work[middle]!;
  for (;;) {
    if (compare(second, first) < 0) {
      work[to] = second;
      to++;
      right++;
      if (right >= high) break;
      second = work[right]!;
    } else {
      work[to] = first;
      to++;
      i++;
      if (i >= count) return;
      first = left[i]!;
    }
  }
  while (i < count) {
    work[to] = left[i]!;
    i++;
    to++;
  }
}

/**
 * Without a comparison values go in the order of their texts, each of which is made once. What is sorted are their
 * numbers: most texts differ in the few units that a number holds, which is faster to compare, and to move, than a text.
 */
function sortByText<T>(work: T[]): void {
  const texts: string[] = [];
  const order: number[] = [];
  for (const value of work) {
    order.push(texts.length);
    texts.push(`${value}`);
  }
  const start = commonUnits(texts);
  const narrow = areNarrow(texts, start);
  const end = start + (narrow ? 6 : 3);
  const prefixes = prefixesOf(texts, start, end, narrow ? 257.0 : 65537.0);
  let whole = true;
  for (const text of texts) if (text.length > end) whole = false;
  sortRuns(order, (a, b) => {
    const difference = prefixes[a]! - prefixes[b]!;
    return whole || difference !== 0 ? difference : texts[a]! < texts[b]! ? -1 : 0;
  });
  const sorted: T[] = [];
  for (const at of order) sorted.push(work[at]!);
  for (let i = 0; i < work.length; i++) work[i] = sorted[i]!;
}

/** The units that a number can hold are bytes: then it holds six, else three. */
function areNarrow(texts: string[], start: number): boolean {
  for (const text of texts) {
    const end = Math.min(text.length, start + 6);
    for (let i = start; i < end; i++) if (text.charCodeAt(i) > 255) return false;
  }
  return true;
}

/** Numbers in the order of the texts, as far as these units go; the end of a text comes before all units. */
function prefixesOf(texts: string[], start: number, end: number, range: number): number[] {
  const prefixes: number[] = [];
  for (const text of texts) {
    let prefix = 0.0;
    for (let i = start; i < end; i++)
      prefix = prefix * range + (i < text.length ? text.charCodeAt(i) + 1 : 0);
    prefixes.push(prefix);
  }
  return prefixes;
}

/** With how many units all texts begin. */
function commonUnits(texts: string[]): number {
  const first = texts.length > 0 ? texts[0]! : "";
  let common = first.length;
  for (const text of texts) {
    const most = Math.min(common, text.length);
    let same = 0;
    while (same < most && text.charCodeAt(same) === first.charCodeAt(same)) same++;
    common = same;
    if (common === 0) break;
  }
  return common;
}

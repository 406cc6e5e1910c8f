/** Points that cannot be told apart in a picture are left out. */

export type Point = readonly [x: number, y: number];

/**
 * Of the points of each of `columns` equal parts of [0, last] those that a line through all would touch: the first, the
 * lowest, the highest and the last (Jugel et al. 2014, "M4"). The points are in the order of x.
 */
export function thinned(points: readonly Point[], last: number, columns: number): Point[] {
  const result: Point[] = [];
  let from = 0;
  while (from < points.length) {
    const column = columnOf(points[from] as Point, last, columns);
    let end = from + 1;
    let low = from;
    let high = from;
    while (end < points.length && columnOf(points[end] as Point, last, columns) === column) {
      const y = (points[end] as Point)[1];
      if (y < (points[low] as Point)[1]) low = end;
      if (y > (points[high] as Point)[1]) high = end;
      end++;
    }
    const kept = [...new Set([from, low, high, end - 1])].sort((a, b) => a - b);
    result.push(...kept.map((index) => points[index] as Point));
    from = end;
  }
  return result;
}

function columnOf([x]: Point, last: number, columns: number): number {
  return last > 0 ? Math.min(columns - 1, Math.floor((x / last) * columns)) : 0;
}

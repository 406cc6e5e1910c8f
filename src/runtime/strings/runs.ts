/** A code point is in a set that is given as the lengths of the runs of points outside and inside it, in turn. */
export function isInRuns(lengths: string, point: number): boolean {
  let end = 0;
  for (let i = 0; i < lengths.length; i++) {
    end += lengths.charCodeAt(i);
    if (point < end) {
      return i % 2 === 1;
    }
  }
  return false;
}

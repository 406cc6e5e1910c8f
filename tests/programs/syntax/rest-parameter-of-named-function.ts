function count(first: number, ...more: number[]): number {
  return first + more.length;
}
console.log(count(1), count(1, 2, 3), count(1, ...[4, 5, 6]));

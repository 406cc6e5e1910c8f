/** Arrays whose elements are copied into each other are stored alike, also where others, that one of them meets, hold fractions. */
function list<T>(): T[] {
  return [];
}
function fractions(none: boolean): number[] {
  return none ? list<number>() : Array.from([1, 2, 3], (x) => x / 2);
}
function joined(none: boolean): number[] {
  const ints = [1, 8];
  const either = none ? list<number>() : ints;
  console.log(either.length);
  return ints.concat([2, 3], 4);
}
function rest(...items: number[]): number[] {
  return items.length > 5 ? list<number>() : items;
}
// No test is decided at translation.
console.log(fractions(Math.random() > 2), joined(Math.random() > 2), rest(1, ...[5, 6]));

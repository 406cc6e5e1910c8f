function next(list: number[]): boolean {
  let i = list.length - 2;
  while (i >= 0 && list[i]! >= list[i + 1]!) i--;
  if (i < 0) return false;
  let j = list.length - 1;
  while (list[j]! <= list[i]!) j--;
  swap(list, i, j);
  for (let a = i + 1, b = list.length - 1; a < b; a++, b--) swap(list, a, b);
  return true;
}
function swap(list: number[], i: number, j: number): void {
  const kept = list[i]!;
  list[i] = list[j]!;
  list[j] = kept;
}
const list = [1, 2, 2, 3];
let count = 1;
while (next(list)) count++;
console.log(count, list.join(""));

function append(list: number[], n: number): void {
  list.push(n);
}
function replace(list: number[]): number[] {
  list = [0];
  return list;
}
const list = [1];
append(list, 2);
console.log(replace(list), list);

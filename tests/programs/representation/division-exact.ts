function half(n: number): number {
  return n / 2;
}
const list = [10, 20, 30, 40, 50];
console.log(half(10), half(7), half(-1), half(0), list[half(4)], list[half(8)]);
console.log(list[(list.length - 1) / 2], list[half(3)] ?? "no such element");

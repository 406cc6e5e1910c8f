// stops: a read outside the array
function half(n: number): number {
  return n / 2;
}
const list = [4];
console.log(half(list[0]!));
console.log(half(list[1]!));

let calls = 0;
function next(): number {
  return ++calls;
}
function f(a: number = next(), b: number[] = []): number {
  b.push(a);
  return b.length * 10 + a;
}
console.log(f(), f(), f(5), calls);

const add = function (a: number, b: number): number {
  return a + b;
};
const fib = function inner(n: number): number {
  return n < 2 ? n : inner(n - 1) + inner(n - 2);
};
console.log(add(1, 2), fib(15));

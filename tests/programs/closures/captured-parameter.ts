function adder(n: number): (x: number) => number {
  return (x) => x + n;
}
const addTwo = adder(2);
const addHalf = adder(0.5);
console.log(addTwo(1), addHalf(1), addTwo(addHalf(0)));

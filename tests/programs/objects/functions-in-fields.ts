const operations = {
  add: (a: number, b: number) => a + b,
  multiply: (a: number, b: number) => a * b,
  double(a: number): number {
    return this.multiply(a, 2);
  },
};
console.log(operations.add(2, 3), operations.multiply(2, 3), operations.double(21));
const add = operations.add;
console.log(add(1, 1));

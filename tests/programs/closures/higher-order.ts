function compose(f: (x: number) => number, g: (x: number) => number): (x: number) => number {
  return (x) => f(g(x));
}
function twice(f: (x: number) => number): (x: number) => number {
  return compose(f, f);
}
const addOne = (x: number): number => x + 1;
const double = (x: number): number => x * 2;
console.log(compose(addOne, double)(5), compose(double, addOne)(5), twice(twice(double))(1));

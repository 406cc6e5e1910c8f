// One call means a method of arrays here, and there a method with a rest parameter.
class Words {
  reduce(f: (all: number, one: number) => number, ...rest: number[]): number {
    return f(rest.length, 100);
  }
}
for (const one of [[1, 2, 3], new Words(), new Uint8Array([4, 5])]) {
  console.log(one.reduce((x: number, y: number) => x + y), one.reduce((x: number, y: number) => x + y, 10));
}
for (const one of [[1, 2, 3], new Uint8Array([4, 5])]) {
  console.log(one.lastIndexOf(2), one.lastIndexOf(2, -1), one.lastIndexOf(4, undefined));
}

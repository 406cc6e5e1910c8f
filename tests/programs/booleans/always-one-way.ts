// TypeScript advises against these; they mean what they mean.
const x: number = 5;
console.log(x === NaN, [] ? "t" : "f", {} ?? 1, "a" ?? "b", !!0n);
module Old {
  export const one = 1;
}
console.log(Old.one);

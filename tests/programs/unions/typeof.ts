class Thing {}
function kind(x: number | string | boolean | Thing | null | undefined | (() => void)): string {
  return typeof x;
}
console.log(kind(1), kind("s"), kind(true), kind(new Thing()), kind(null), kind(undefined), kind(() => {}));

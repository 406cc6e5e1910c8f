function size(x: unknown): number {
  if (typeof x === "string") return x.length;
  if (typeof x === "number") return x;
  if (Array.isArray(x)) return x.length * 100;
  return x ? 1 : 0;
}
console.log(size("four"), size(2.5), size([1, 2]), size(true), size(null), size(undefined), size({}));

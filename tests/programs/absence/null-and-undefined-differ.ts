function describe(x: string | null | undefined): string {
  if (x === null) return "null";
  if (x === undefined) return "undefined";
  return `text ${x}`;
}
console.log(describe(null), describe(undefined), describe(""), describe("a"));

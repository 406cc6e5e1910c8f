type Any = number | string | boolean | null | undefined | number[] | { tag: string } | (() => string);
function show(x: Any): string {
  if (x === null) return "null";
  switch (typeof x) {
    case "number":
      return `number ${x + 1}`;
    case "string":
      return `string ${x.length}`;
    case "boolean":
      return `boolean ${!x}`;
    case "undefined":
      return "undefined";
    case "function":
      return `function ${x()}`;
    default:
      return x instanceof Array ? `array ${x.length}` : `object ${x.tag}`;
  }
}
const values: Any[] = [1, 0.5, -0, "text", "", true, false, null, undefined, [1, 2], { tag: "t" }, () => "called", NaN, 2 ** 40];
for (const value of values) console.log(show(value));

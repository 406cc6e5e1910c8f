const values: (number | string | boolean | null | undefined)[] = [0, -0, NaN, "", "0", false, null, undefined, 1, true, "1"];
let line = "";
for (const a of values) {
  for (const b of values) line += a === b ? "1" : "0";
  line += " ";
}
console.log(line);

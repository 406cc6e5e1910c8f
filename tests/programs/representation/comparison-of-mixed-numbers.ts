const values = [1, 1.5, -0, 0, NaN, 2 ** 31, -(2 ** 31), Infinity, 2 ** 53];
let line = "";
for (const a of values) {
  for (const b of values) line += a < b ? "<" : a > b ? ">" : a === b ? "=" : "?";
  line += " ";
}
console.log(line);

function text(n: number): string {
  let result = "";
  for (let i = 0; i < n; i++) result += "ab";
  return result;
}
let length = 0;
let last = "";
for (let i = 1; i < 100; i++) {
  last = text(i) + "-" + text(i + 1) + "-" + text(2);
  length += last.length;
}
console.log(length, last.slice(-8));

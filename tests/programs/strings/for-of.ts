// Iteration goes by code points, not by 16-bit units.
let n = 0;
for (const char of "aé\u{1F600}z") {
  console.log(char, char.length);
  n++;
}
console.log(n);

// What is not there is false in comparisons, 0 for bit operators, NaN in arithmetic of doubles, a word in texts.
const peaks = (list: number[]): number[] => list.filter((one, i) => list[i - 1] < one && one > list[i + 1]);
console.log(peaks([1, 5, 2, 7]), peaks([1.5, 5.5, 2, 7]));
const list = [3, 1, 2];
let ascents = 0;
let rest = 0;
for (let i = 0; i < list.length; i++) {
  if (list[i] < list[i + 1]) ascents++;
  if (list[i + 1] >= 2) rest++;
  if (!(list[i + 1] > 0)) rest += 10;
}
console.log(ascents, rest);

function packed(text: string): number[] {
  const words: number[] = [];
  for (let i = 0; i < text.length; i++) words[i >> 2] |= text.charCodeAt(i) << ((i % 4) * 8);
  return words;
}
const low = (x: number): number => x & 0xffff;
const mixed = (a: number, b: number): number => (low(a) + low(b)) | 0;
const words = packed("hello world");
console.log(words, mixed(words[2], words[9]), mixed(words[-1], 5), ~words[3], words[7] >>> 1);
words[5] ^= 3;
console.log(words, new Int32Array(2)[4] | 1);

let sum = 0;
const halves = [0.5, 1.5];
for (let i = 0; i < 2; i++) sum += halves[i] * halves[i + 1];
console.log(sum, halves[2] < 1, halves[3] > 1);
let text = "";
for (let i = 0; i <= 3; i++) text += "abc"[i];
console.log(text, `${["x"][1]}`, "a" + ["x"][2]);

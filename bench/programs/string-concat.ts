/** Builds texts piece by piece and reads them again. string-concat [ROUNDS [time]] */
function build(length: number): string {
  let text = "";
  for (let i = 0; i < length; i++) text += i % 10;
  return text;
}

function checksum(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) | 0;
  return sum;
}

const rounds = Number(process.argv[2] ?? "10");
const start = performance.now();
let total = 0;
for (let i = 0; i < rounds; i++) total = (total + checksum(build(1000 + i))) | 0;
console.log(total);
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);

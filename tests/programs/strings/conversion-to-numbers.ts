const parts = "3 4.5 -2 x".split(" ");
let sum = 0;
for (const part of parts) {
  const n = Number(part);
  if (!Number.isNaN(n)) sum += n;
}
console.log(sum);

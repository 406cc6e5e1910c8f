let failures = 0;
let sum = 0;
for (let i = 0; i < 10; i++) {
  try {
    if (i % 3 === 0) throw new Error("multiple of three");
    sum += i;
  } catch {
    failures++;
  }
}
console.log(sum, failures);

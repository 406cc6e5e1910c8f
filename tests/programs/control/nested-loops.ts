let count = 0;
for (let i = 0; i < 5; i++) {
  for (let j = 0; j < 5; j++) {
    if (j > i) break;
    if ((i + j) % 2 === 0) continue;
    count += i * 10 + j;
  }
}
console.log(count);

outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 3; j++) {
    if (j === 1) continue outer;
    if (i === 2) break outer;
    console.log(i, j);
  }
}
const n = Number(process.argv[2] ?? "1");
block: {
  if (n > 0) break block;
  console.log("not reached");
}
let x = 5;
do {
  x--;
  if (x % 2 === 0) continue;
} while (x > 0);
console.log(x);

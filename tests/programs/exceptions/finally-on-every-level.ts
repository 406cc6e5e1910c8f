let unwound = 0;
function descend(n: number): void {
  try {
    if (n === 0) throw new Error("bottom");
    descend(n - 1);
  } finally {
    unwound++;
  }
}
try {
  descend(50);
} catch {
  console.log(unwound);
}

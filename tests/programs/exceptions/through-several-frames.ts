function inner(): never {
  throw new Error("deep");
}
function middle(): number {
  inner();
}
function outer(): number {
  return middle() + 1;
}
try {
  console.log(outer());
} catch (error) {
  console.log((error as Error).message);
}

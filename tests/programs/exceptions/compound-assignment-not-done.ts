function fail(): number {
  throw new Error("x");
}
let total = 5;
const list = [1];
try {
  total += fail();
} catch {
  console.log(total);
}
try {
  list.push(fail());
} catch {
  console.log(list);
}

// The loop keeps the array it began with.
let list = [1, 2, 3];
for (const n of list) {
  list = [n];
  console.log(n, list);
}

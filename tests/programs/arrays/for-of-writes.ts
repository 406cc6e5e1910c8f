const list = [1, 2, 3];
for (const n of list) {
  list[2] = n + 10;
  console.log(n);
}

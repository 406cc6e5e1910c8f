const list = [1, 2, 3];
for (const n of list) {
  if (n < 10) list.push(n * 10);
}
console.log(list);

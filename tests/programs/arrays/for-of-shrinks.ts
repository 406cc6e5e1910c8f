const list = [1, 2, 3, 4, 5];
for (const n of list) {
  list.pop();
  console.log(n);
}
console.log(list);

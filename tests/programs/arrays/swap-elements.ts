const list = [1, 2, 3, 4];
for (let i = 0, j = list.length - 1; i < j; i++, j--) {
  const kept = list[i]!;
  list[i] = list[j]!;
  list[j] = kept;
}
console.log(list);

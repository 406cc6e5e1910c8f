function fresh(n: number): string[] {
  const list: string[] = [];
  for (let i = 0; i < n; i++) list.push(`item${i}`);
  return list;
}
let length = 0;
for (let round = 0; round < 50; round++) {
  for (const item of fresh(30)) length += (item + item).length;
}
console.log(length);

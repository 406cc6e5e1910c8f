function repeat(n: number, action: () => void): void {
  for (let i = 0; i < n; i++) action();
}
const list: number[] = [];
repeat(3, () => list.push(list.length));
console.log(list);

function find(list: string[], wanted: string): number | undefined {
  for (let i = 0; i < list.length; i++) {
    if (list[i] === wanted) return i;
  }
  return undefined;
}
const list = ["a", "b"];
console.log(find(list, "b"), find(list, "z"), find(list, "z") ?? -1, find(list, "a") ?? -1);

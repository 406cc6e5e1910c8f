function mergeSort(list: number[]): number[] {
  if (list.length <= 1) return list;
  const left: number[] = [];
  const right: number[] = [];
  for (let i = 0; i < list.length; i++) (i < list.length / 2 ? left : right).push(list[i]!);
  return merge(mergeSort(left), mergeSort(right));
}
function merge(a: number[], b: number[]): number[] {
  const result: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) result.push(a[i]! <= b[j]! ? a[i++]! : b[j++]!);
  while (i < a.length) result.push(a[i++]!);
  while (j < b.length) result.push(b[j++]!);
  return result;
}
console.log(mergeSort([3.5, -1, 22, 0, 7, 7, 2]).join(" "), mergeSort([]).length);

function insertionSort<T>(list: T[], less: (a: T, b: T) => boolean): T[] {
  for (let i = 1; i < list.length; i++) {
    const item = list[i]!;
    let j = i - 1;
    while (j >= 0 && less(item, list[j]!)) {
      list[j + 1] = list[j]!;
      j--;
    }
    list[j + 1] = item;
  }
  return list;
}
console.log(insertionSort([3, 1, 2.5, -1], (a, b) => a < b));
console.log(insertionSort(["pear", "fig", "apple"], (a, b) => a.length < b.length));

function sort(list: number[]): number[] {
  for (let end = list.length - 1; end > 0; end--) {
    let swapped = false;
    for (let i = 0; i < end; i++) {
      if (list[i]! > list[i + 1]!) {
        const kept = list[i]!;
        list[i] = list[i + 1]!;
        list[i + 1] = kept;
        swapped = true;
      }
    }
    if (!swapped) break;
  }
  return list;
}
console.log(sort([5, 2, 9, 1, 5, -3]).join(" "));

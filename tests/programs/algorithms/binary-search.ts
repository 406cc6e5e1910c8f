function search(list: number[], wanted: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = low + Math.floor((high - low) / 2);
    const value = list[middle]!;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
const list = [1, 3, 5, 7, 9, 11];
console.log(search(list, 1), search(list, 7), search(list, 11), search(list, 4), search([], 1));

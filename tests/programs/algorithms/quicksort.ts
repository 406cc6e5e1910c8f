function quicksort(list: number[], low: number, high: number): void {
  if (low >= high) return;
  const pivot = list[(low + high) >> 1]!;
  let i = low;
  let j = high;
  while (i <= j) {
    while (list[i]! < pivot) i++;
    while (list[j]! > pivot) j--;
    if (i <= j) {
      const kept = list[i]!;
      list[i] = list[j]!;
      list[j] = kept;
      i++;
      j--;
    }
  }
  quicksort(list, low, j);
  quicksort(list, i, high);
}
const numbers: number[] = [];
let seed = 1;
for (let i = 0; i < 2000; i++) {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  numbers.push(seed % 10000);
}
quicksort(numbers, 0, numbers.length - 1);
let sorted = true;
for (let i = 1; i < numbers.length; i++) if (numbers[i - 1]! > numbers[i]!) sorted = false;
console.log(sorted, numbers[0], numbers[1000], numbers[1999]);

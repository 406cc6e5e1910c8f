function average(numbers: number[]): number {
  let sum = 0;
  for (const n of numbers) sum += n;
  return sum / numbers.length;
}
console.log(average([1, 2, 3, 4]), average([10, 20]), average([]), average([0.1, 0.2, 0.3]));

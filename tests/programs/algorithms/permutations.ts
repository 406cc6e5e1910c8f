function permutations(items: string, prefix: string, result: string[]): void {
  if (items.length === 0) {
    result.push(prefix);
    return;
  }
  for (let i = 0; i < items.length; i++) {
    permutations(items.slice(0, i) + items.slice(i + 1), prefix + items[i], result);
  }
}
const result: string[] = [];
permutations("abcd", "", result);
console.log(result.length, result[0], result[9], result[23]);

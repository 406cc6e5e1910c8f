function firstPair(list: number[], sum: number): string {
  for (let i = 0; i < list.length; i++) {
    for (let j = i + 1; j < list.length; j++) {
      if (list[i]! + list[j]! === sum) return `${i},${j}`;
    }
  }
  return "none";
}
console.log(firstPair([1, 5, 3, 7], 8), firstPair([1, 2], 10));

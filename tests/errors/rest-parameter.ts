function count(...items: number[]): number { // error: rest parameters are not supported
  return items.length;
}
console.log(count(1, 2));

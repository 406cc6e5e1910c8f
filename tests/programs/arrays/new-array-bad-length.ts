function make(n: number): string {
  try {
    return `length ${new Array<number>(n).length}`;
  } catch (error) {
    return `${error}`;
  }
}
console.log(make(3));
console.log(make(-1));
console.log(make(1.5));
console.log(make(2 ** 32));

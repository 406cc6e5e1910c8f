function check(n: number): string {
  let path = "start";
  block: {
    if (n < 0) break block;
    path += " not negative";
    if (n === 0) break block;
    path += " positive";
  }
  return `${path} end`;
}
console.log(check(-1));
console.log(check(0));
console.log(check(1));

// exit: 7
function each(list: number[], f: (n: number) => void): void {
  for (const n of list) f(n);
}
each([1, 2, 3], (n) => {
  console.log(n);
  if (n === 2) process.exit(7);
});

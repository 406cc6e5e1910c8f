const counted = (() => {
  let calls = 0;
  return function again(n: number): number {
    calls++;
    return n <= 1 ? calls : again(n - 1);
  };
})();
console.log(counted(3), counted(2));

const value = (() => {
  let total = 0;
  for (let i = 1; i <= 10; i++) total += i;
  return total;
})();
console.log(value, ((x: number) => x + 1)(41));

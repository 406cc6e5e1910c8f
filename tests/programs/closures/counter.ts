function counter(): () => number {
  let count = 0;
  return () => {
    count++;
    return count;
  };
}
const a = counter();
const b = counter();
a();
console.log(a(), b(), a());

function pair(): { get: () => number; add: (n: number) => void } {
  let value = 0;
  return {
    get: () => value,
    add: (n) => {
      value += n;
    },
  };
}
const one = pair();
const two = pair();
one.add(5);
one.add(0.5);
console.log(one.get(), two.get());

class Pair {
  p = 1;
  q: (number | undefined)[] = [2];
}
const { p, q: [r, s = 4] } = new Pair();
console.log(p, r, s);
const [first, , third = 30, ...others] = [1, 2, 3, 4, 5];
console.log(first, third, others.join());

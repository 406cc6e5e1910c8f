let n = 0;
function next(): number {
  n += 1;
  return n;
}
const list = [next(), next() * 10, next() + next()];
console.log(list, n);

let n: number | null = null;
n ??= 4;
n ||= 5;
n &&= 6;
console.log(n);
class Box {
  value = 0;
}
const box = new Box();
let evaluated = 0;
function next(): number {
  return ++evaluated;
}
box.value ||= next();
box.value ||= next();
box.value &&= next() + 10;
console.log(box.value, evaluated);

class Box {
  value = 0;
}
function keep(x: number): number {
  return x;
}
const box = new Box();
box.value = 0 * -1;
const list = [0, 1];
list[0] = -0;
const f = (x: number): number => -x;
console.log(box.value, list[0], keep(-0), f(0), 1 / box.value, 1 / list[0]!, [f(0), f(1)]);

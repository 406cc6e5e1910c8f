const ints = [1, 2];
const floats = [0.5];
function pick(first: boolean): number[] {
  return first ? ints : floats;
}
pick(true).push(3);
pick(false).push(4);
console.log(ints, floats, pick(false)[1]);

let calls = 0;
function next(): number {
  return calls++;
}
const list = [1, 2, 3];
list[next()]! += 10;
list[next()]!++;
console.log(list, calls);

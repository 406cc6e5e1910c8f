const log: string[] = [];
function note<T>(name: string, value: T): T {
  log.push(name);
  return value;
}
class Box {
  a = [1, 2, 3];
  x = 1;
}
const box = new Box();
note("receiver", box).a[note("index", 1)] = note("value", 9);
note("receiver", box).x += note("value", 5);
box.a[note("index", 0)]! += note("value", 2);
box.a[note("index", 2)]!++;
console.log(log.join(), box.x, box.a.join("-"));

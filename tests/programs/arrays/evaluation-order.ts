const log: string[] = [];
function note(name: string, value: number): number {
  log.push(name);
  return value;
}
const list = [0, 0];
list[note("index", 1)] = note("value", 5);
console.log(list, log.join(" "));

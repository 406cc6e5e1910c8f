const before = read();
function read(): string {
  return typeof later;
}
var later: unknown = 1;
console.log(before, read());

function malloc(size: number): string {
  return `malloc ${size}`;
}
function printf(text: string): string {
  return `printf ${text}`;
}
function main(): string {
  return malloc(1) + printf("x") + exit + NULL + errno;
}
const exit = 7;
const NULL = 8;
const errno = "9";
class FILE {
  stdout = "out";
}
console.log(main(), new FILE().stdout);

let callback: (() => number) | null = null;
function set(): void {
  callback = () => 5;
}
function invoke(): string {
  try {
    return String(callback!());
  } catch (error) {
    return `${error}`;
  }
}
console.log(invoke());
set();
console.log(invoke());

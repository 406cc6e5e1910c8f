let log = "";
function f(name: string): string {
  log += name;
  return name;
}
function g(a: string, b: string, c: string): string {
  log += "g";
  return c + b + a;
}
console.log(g(f("1"), g(f("2"), f("3"), f("4")), f("5")), log);

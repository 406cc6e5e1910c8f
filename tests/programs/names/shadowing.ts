const value = "module";
function f(value: string): string {
  const inner = (): string => {
    const value = "inner";
    return value;
  };
  {
    const value = "block";
    return `${inner()} ${value} ${g(value)}`;
  }
}
function g(value: string): string {
  return value + value.length;
}
console.log(value, f("parameter"));

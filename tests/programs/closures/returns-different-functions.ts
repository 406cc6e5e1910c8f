function operation(name: string): (a: number, b: number) => number {
  switch (name) {
    case "+":
      return (a, b) => a + b;
    case "-":
      return (a, b) => a - b;
    case "*":
      return (a, b) => a * b;
    default:
      return () => NaN;
  }
}
for (const name of ["+", "-", "*", "?"]) console.log(name, operation(name)(7, 2));

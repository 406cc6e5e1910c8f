function calculate(a: number, b: number): void {
  console.log(a + b, a - b, a * b, a % b);
}
calculate(17, 5);
calculate(-17, 5);
calculate(17, -5);
calculate(-17, -5);

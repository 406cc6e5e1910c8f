class Clamped {
  value = 0;

  constructor(value: number) {
    if (value < 0) return;
    this.value = value;
  }
}
console.log(new Clamped(5).value, new Clamped(-5).value);

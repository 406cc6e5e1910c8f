class Temperature {
  private celsius = 0;

  get fahrenheit(): number {
    return this.celsius * 1.8 + 32;
  }

  set fahrenheit(value: number) {
    this.celsius = (value - 32) / 1.8;
  }

  get rounded(): number {
    return Math.round(this.celsius);
  }
}
const t = new Temperature();
console.log(t.fahrenheit);
t.fahrenheit = 212;
t.fahrenheit += 18;
console.log(t.rounded, t.fahrenheit);

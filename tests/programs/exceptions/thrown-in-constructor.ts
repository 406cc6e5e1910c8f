class Positive {
  readonly value: number;
  static made = 0;

  constructor(value: number) {
    if (value <= 0) throw new RangeError("must be positive");
    this.value = value;
    Positive.made++;
  }
}
for (const n of [1, 0, 5]) {
  try {
    console.log(new Positive(n).value);
  } catch (error) {
    console.log((error as Error).message);
  }
}
console.log(Positive.made);

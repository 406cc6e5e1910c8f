class Money {
  constructor(private readonly cents: number) {}

  toString(): string {
    return `${(this.cents / 100).toFixed(2)} EUR`;
  }
}
const price = new Money(1999);
console.log(`${price}`, "price: " + price, String(price), price.toString());
console.log([new Money(1), new Money(20)].join(" + "));

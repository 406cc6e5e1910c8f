// Printing an object does not call toString; a template does.
class Money {
  constructor(readonly cents: number) {}
  toString(): string {
    return `${this.cents} cents`;
  }
}
const m = new Money(5);
console.log(m);
console.log(`${m}`, m.toString());

// Objects that say themselves how they become primitive values, what they are called, and what their instances are.
class Money {
  constructor(
    readonly amount: number,
    readonly currency: string,
  ) {}
  [Symbol.toPrimitive](hint: string): unknown {
    if (hint === "string") return `${this.amount.toFixed(2)} ${this.currency}`;
    return hint === "number" ? this.amount : `${hint}:${this.amount}`;
  }
  get [Symbol.toStringTag](): string {
    return "Cash";
  }
}
class Coins extends Money {
  toString(): string {
    return "never asked";
  }
}
const values: any[] = [new Money(12.5, "EUR"), new Coins(3, "USD")];
for (const one of values) {
  console.log(`${one}`, +one, one * 2, one + 1, String(one), one < 10, one == "default:3", [one].join());
  console.log(Object.prototype.toString.call(one), one);
}
const bad: any = { [Symbol.toPrimitive]: () => ({}) };
try {
  console.log(`${bad}`);
} catch (error) {
  console.log((error as Error).message);
}
const temperature: any = {
  degrees: 20,
  [Symbol.toPrimitive](hint: string) {
    return hint === "string" ? `${this.degrees} C` : this.degrees;
  },
};
console.log(`${temperature}`, temperature - 1, temperature + 1, temperature > 19);

class Plain {
  get [Symbol.toStringTag](): string {
    return "Tag";
  }
}
class Changing {
  name = "first";
  get [Symbol.toStringTag](): string {
    return this.name;
  }
}
const changing = new Changing();
console.log(`${new Plain()}`, new Plain(), [new Plain()], `${changing}`, changing);
changing.name = "";
console.log(`${changing}`, changing, `${{ [Symbol.toStringTag]: "Own" }}`);

class Even {
  static [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "number" && value % 2 === 0;
  }
}
console.log((2 as any) instanceof Even, (3 as any) instanceof Even);
const odd: any = { [Symbol.hasInstance]: (value: any) => value % 2 };
if ((5 as any) instanceof odd) console.log("odd");
const classes: any[] = [Even, Money];
for (const one of classes) console.log((4 as any) instanceof one, values[0] instanceof one);

function typeOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1).toLowerCase();
}
const many = [1, "a", true, undefined, null, {}, [], () => 1, new Date(0), new Map(), new Set(), new Error("x")];
console.log(many.map(typeOf).join());
console.log([Symbol("q"), 1n, Promise.resolve(), new Uint8Array(1), new TypeError(""), Money].map(typeOf).join());
console.log(`${new Map()} ${new Set()}`, {}.toString.call([]));
const { toString: text, hasOwnProperty } = Object.prototype;
console.log(text.call([]), hasOwnProperty.call({ a: 1 }, "a"), Object.hasOwnProperty.call({ b: 1 }, "a"));

for (const one of [1, "a", null, {}, [], () => 1, new Money(1, ""), Money, Object.create(null)] as any[]) {
  const kinds = [one instanceof Object, one instanceof Function, one instanceof Number];
  console.log(kinds.join(), one instanceof Object ? typeof one : "primitive");
}

// Properties with computed names beside it.
const unit = ["s", "m"][temperature.degrees % 2]!;
const length: any = {
  [unit]: 3,
  [`${unit}2`]: 9,
  [Symbol.toPrimitive](hint: string) {
    return hint === "number" ? 3 : `${hint} of ${this[unit]}`;
  },
};
console.log(`${length}`, length + 1, length * 2, `${{ [unit]: 1 }}`);

// BigInts in variables, fields, arrays, maps, unions, and what narrows them.
// exit: 1
type Key = bigint | number | string;

class Account {
  balance = 0n;
  limit: bigint | undefined;
  deposit(amount: bigint): this {
    this.balance += amount;
    return this;
  }
}

const account = new Account().deposit(5n).deposit(2n ** 70n);
account.limit = 100n;
console.log(account, [account.balance], { big: -1n, list: [1n, [2n]], none: undefined as bigint | undefined });
console.log("%d %i %f %s %o %j|", 5n, 6n, 7n, 8n, 9n, "ten");
console.log(5n, "text", -0n, [0n, -1n, 10n ** 21n]);

const counts = new Map<Key, string>([[1n, "one"], [1, "number"], ["1", "text"], [2n ** 100n, "huge"]]);
console.log(counts.get(BigInt("1")), counts.get(1), counts.get("1"), counts.get(4n ** 50n), counts.get(2n), counts.size);
counts.set(10n ** 0n, "again").delete(2n ** 99n * 2n);
console.log(counts, new Set([1n, 2n, 1n, 3n - 1n]));
console.log([3n, 1n, 2n].includes(2n), [3n, 1n, 2n].indexOf(1n), [3n, 1n, -2n].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)), [10n, 9n, 1n].sort());

function describe(x: bigint | number | string | boolean | null | undefined | bigint[] | { n: bigint }): string {
  if (typeof x === "bigint") return `bigint ${x * 2n}`;
  if (typeof x === "number") return `number ${x * 2}`;
  if (Array.isArray(x)) return `array ${x.length ? x[0]! + 1n : "empty"}`;
  if (x && typeof x === "object") return `object ${x.n}`;
  return typeof x;
}
for (const x of [1n, 1, "1", true, null, undefined, [5n], [], { n: 7n }]) console.log(describe(x));

function kind(x: bigint): string {
  switch (x) {
    case 0n:
      return "zero";
    case 2n ** 64n:
      return "word";
    default:
      return x > 0n ? "positive" : "negative";
  }
}
console.log([0n, 1n, -1n, 18446744073709551616n].map(kind).join());

let maybe: bigint | null = null;
console.log(maybe ?? 5n, maybe === null, (maybe as any)?.toString());
for (let round = 0; round < 2; round++) {
  maybe = maybe === null ? 0n : maybe - 1n;
  console.log(maybe, maybe ? "true" : "false", maybe || "or", maybe && "and", !maybe, maybe == null);
}

const sum = [1n, 2n, 3n].reduce((total, x) => total + x, 0n);
const { big = 9n, other = 8n } = { big: 1n } as { big?: bigint; other?: bigint };
console.log(sum, big, other, Math.max(...[1n, 5n].map(Number)), [1n, 2n].map(String), `${[1n, 2n]}`, Array.from({ length: 3 }, (_, i) => BigInt(i) ** 2n));
console.log([1n].concat([2n]), [..."ab"].map((_, i) => BigInt(i)), Object.entries({ a: 1n }), JSON.stringify({ a: String(1n), b: [2n].map(Number) }));

function* powers(base: bigint): Generator<bigint> {
  let value = 1n;
  while (true) {
    yield value;
    value *= base;
  }
}
const found: bigint[] = [];
for (const one of powers(1000n)) {
  if (found.push(one) > 8) break;
}
console.log(found);

function gcd(a: bigint, b: bigint): bigint {
  while (b) [a, b] = [b, a % b];
  return a;
}
function modpow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (base %= modulus; exponent > 0n; exponent >>= 1n, base = (base * base) % modulus) {
    if (exponent & 1n) result = (result * base) % modulus;
  }
  return result;
}
function sqrt(n: bigint): bigint {
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (let next = (x + n / x) >> 1n; next < x; next = (x + n / x) >> 1n) x = next;
  return x;
}
let product = 1n;
for (let i = 1n; i <= 60n; i++) product *= i;
console.log(product, gcd(product, 2n ** 100n), modpow(3n, 10n ** 30n, 10n ** 20n + 39n), sqrt(2n * 10n ** 100n));
try {
  const bad: any = { a: [1n] };
  bad.a[0] + 1;
} catch (error) {
  console.log(error instanceof TypeError, (error as Error).message);
}
throw 5n;

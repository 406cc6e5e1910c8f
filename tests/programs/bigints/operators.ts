// Every operator on BigInts, small and large, of either sign.
const values = [0n, 1n, -1n, 7n, -13n, 0xffn, 0o17n, 0b1011n, 1_000_000n, 2n ** 64n, -(2n ** 64n) + 1n, 123456789012345678901234567890n];
for (const a of values) {
  const row: string[] = [];
  for (const b of values) {
    row.push(`${a + b}`, `${a - b}`, `${a * b}`);
    if (b !== 0n) row.push(`${a / b}`, `${a % b}`);
    row.push(`${a & b}`, `${a | b}`, `${a ^ b}`, String(a < b), String(a <= b), String(a > b), String(a >= b));
    row.push(String(a === b), String(a !== b), String(a == b));
  }
  console.log(row.join(" "));
  console.log(-a, ~a, a << 3n, a >> 3n, a << 65n, a >> 65n, a << -2n, a ** 3n, !a, a ? "yes" : "no", typeof a);
}

let n = 5n;
console.log(n++, n, ++n, n--, --n);
n += 10n;
n -= 3n;
n *= 4n;
n /= 3n;
n %= 11n;
n **= 3n;
n <<= 70n;
n >>= 66n;
n &= 0xffffn;
n |= 1n << 20n;
n ^= 3n;
console.log(n);
let i = 0;
for (let big = 0n; big < 3n; big++) i += Number(big);
console.log(i++, i, ++i);

// Beside other kinds.
const others: (bigint | number | string | boolean | null | undefined)[] = [2n, 2, "2", " 0x2 ", true, null, undefined, 2.5, NaN, Infinity, -Infinity, "two", ""];
for (const one of others) {
  for (const two of [2n, -1n, 0n, 1n]) {
    console.log(one, two, one == two, one != two, one === two, two == one, (one as any) < two, two < (one as any), (one as any) >= two, two >= (one as any));
  }
}

function attempt(f: () => unknown): void {
  try {
    console.log(f());
  } catch (error) {
    console.log(`${error}`);
  }
}
const mixed: any = 1;
attempt(() => mixed + 1n);
attempt(() => 1n - mixed);
attempt(() => 1n * (undefined as any));
attempt(() => 1n & (null as any));
attempt(() => +(5n as any));
attempt(() => Math.max(1n as any));
attempt(() => mixed >>> (1n as any));
attempt(() => (1n as any) >>> (0n as any));
attempt(() => 1n / 0n);
attempt(() => 1n % 0n);
attempt(() => 2n ** -1n);
attempt(() => 1n << 2n ** 40n);
attempt(() => BigInt(1.5));
attempt(() => BigInt("1.5"));
attempt(() => BigInt(undefined as any));
attempt(() => JSON.stringify({ a: 1n }));
attempt(() => (12n).toString(1));
attempt(() => (1n as any) + "x" + 2n);
attempt(() => isNaN(1n as any));
attempt(() => BigInt.asIntN(-1, 1n));

// Conversions.
console.log(BigInt(12), BigInt(-0), BigInt(1e21), BigInt(true), BigInt(" 42 "), BigInt("-7"), BigInt("0xff"), BigInt(""), BigInt(Number.MAX_SAFE_INTEGER) + 2n);
console.log(Number(2n ** 53n + 1n), Number(2n ** 1024n), Number(-(10n ** 30n)), parseInt("12345678901234567890n"), parseFloat(String(10n ** 25n)));
console.log(BigInt.asIntN(8, 255n), BigInt.asUintN(8, -1n), BigInt.asIntN(64, 2n ** 63n), BigInt.asUintN(64, -1n), BigInt.asIntN(0, 5n));
console.log((255n).toString(16), (-255n).toString(2), (10n ** 20n).toString(36), (1234567n).toLocaleString(), (5n).valueOf() === 5n, Number.isInteger(5n as any));
console.log(String(10n ** 40n), `${-5n}`, "" + 5n, [1n, 2n].join("+"), Object.is(1n, 1n), Boolean(0n), (values[0] || "zero"), (values[1] && "one"), (values[0] ?? "null"));

interface Codec<T> {
  encode(value: T): string;
  decode(text: string): T;
}
const numbers: Codec<number> = {
  encode: (value) => `${value}`,
  decode: (text) => Number(text),
};
const flags: Codec<boolean> = {
  encode: (value) => (value ? "y" : "n"),
  decode: (text) => text === "y",
};
function roundTrip<T>(codec: Codec<T>, value: T): T {
  return codec.decode(codec.encode(value));
}
console.log(roundTrip(numbers, 2.5) + 1, roundTrip(flags, true), roundTrip(flags, false));

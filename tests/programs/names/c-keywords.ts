function double(int: number, char: number): number {
  const float = int * 2;
  let unsigned = float + char;
  unsigned++;
  return unsigned;
}
const struct = { auto: 1, register: 2, union: 3, signed: 4, goto: 5, sizeof: 6 };
const long = struct.auto + struct.register * struct.union - struct.signed + struct.goto % struct.sizeof;
console.log(double(1, 2), long);

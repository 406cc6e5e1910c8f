const a = 0b1100;
const b = 0b1010;
console.log(a & b, a | b, a ^ b, ~a, ~~b);
console.log(-1 & 0xff, -1 | 0, -1 ^ 1, ~-1);

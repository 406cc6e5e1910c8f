console.log(Math.imul(3, 4), Math.imul(-5, 12), Math.imul(0xffffffff, 5));
console.log(Math.imul(0x12345678, 0x9abcdef), Math.imul(65536, 65536), Math.imul(2 ** 33 + 3, 7));
console.log(Math.imul(1.9, -2.9), Math.imul(NaN, 3), Math.imul(0, -1));

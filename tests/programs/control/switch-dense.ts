function opcode(n: number): number {
  switch (n) {
    case 0: return 10;
    case 1: return 21;
    case 2: return 32;
    case 3: return 43;
    case 4: return 54;
    case 5: return 65;
    case 6: return 76;
    case 7: return 87;
    default: return -1;
  }
}
let sum = 0;
for (let i = -2; i < 10; i++) sum = sum * 3 + opcode(i);
console.log(sum, opcode(2.5));

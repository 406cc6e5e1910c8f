const enum Flag {
  A = 1 << 0,
  B = 1 << 1,
  Both = A | B,
}
let flags = 0;
flags |= Flag.B;
console.log(flags, (flags & Flag.A) !== 0, Flag.Both);

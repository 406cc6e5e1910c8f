class Frame {
  readonly locals: number[] = [];
  constructor(
    readonly depth: number,
    readonly caller: Frame | null,
  ) {}
}
function run(depth: number): number {
  let frame: Frame | null = null;
  for (let i = 0; i < depth; i++) {
    frame = new Frame(i, frame);
    frame.locals.push(i, i * 2);
  }
  let sum = 0;
  while (frame !== null) {
    sum += frame.locals[1]! - frame.depth;
    frame = frame.caller;
  }
  return sum;
}
let total = 0;
for (let round = 0; round < 50; round++) total += run(100);
console.log(total);

class Failure extends Error {
  constructor(
    message: string,
    readonly values: number[],
  ) {
    super(message);
  }
}
function churn(): number {
  let n = 0;
  for (let i = 0; i < 300; i++) n += [i, i].length;
  return n;
}
function fail(i: number): void {
  try {
    throw new Failure(`failure ${i}`, [i, i * 2]);
  } finally {
    churn();
  }
}
let sum = 0;
let last = "";
for (let i = 0; i < 200; i++) {
  try {
    fail(i);
  } catch (error) {
    churn();
    const failure = error as Failure;
    sum += failure.values[1]!;
    last = failure.message;
  }
}
console.log(sum, last);

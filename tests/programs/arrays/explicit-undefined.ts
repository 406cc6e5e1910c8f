// An argument that is undefined is not a missing one: reduce begins with it, lastIndexOf counts it as 0.
const numbers = [1, 2, 3, 2, 1];
const pick = process.argv.length > 100 ? 1 : undefined;
console.log(numbers.reduce((all: string | undefined, one) => `${all} ${one}`, undefined));
console.log(numbers.reduceRight((all: string | undefined, one) => `${all} ${one}`, undefined));
console.log(([] as number[]).reduce((all: number | undefined, one) => (all ?? 0) + one, pick));
console.log(([] as number[]).reduceRight((all: number | undefined, one) => (all ?? 0) + one, pick));
console.log(numbers.reduce((all: number | undefined, one) => (all ?? 10) + one, pick));
console.log(numbers.reduce((all, one) => all + one), numbers.reduce((all, one) => all + one, 0.5));
console.log(numbers.reduce((all: string[], one) => [...all, String(one)], []));
console.log(["a", "b"].reduceRight((all, one) => all + one), numbers.reduceRight((all, one) => all * one, 1));
for (const method of ["reduce", "reduceRight"] as const) {
  try {
    const none: number[] = [];
    console.log(method === "reduce" ? none.reduce((a, b) => a + b) : none.reduceRight((a, b) => a + b));
  } catch (error) {
    console.log((error as Error).message);
  }
}
console.log(numbers.lastIndexOf(1), numbers.lastIndexOf(1, undefined), numbers.lastIndexOf(2, undefined));
console.log(numbers.lastIndexOf(1, pick), numbers.lastIndexOf(2, -2), numbers.lastIndexOf(2, -3), numbers.lastIndexOf(1, NaN));
const bytes = new Uint8Array([3, 4, 3]);
console.log(bytes.lastIndexOf(3), bytes.lastIndexOf(3, undefined), bytes.lastIndexOf(4, undefined), bytes.lastIndexOf(3, -2));
console.log(bytes.reduce((all, one) => all + one), bytes.reduceRight((all, one) => all * 10 + one));
console.log(bytes.reduce((all: string | undefined, one) => `${all}${one}`, undefined));
console.log(bytes.reduceRight((all: string | undefined, one) => `${all}${one}`, undefined));
console.log(new Uint8Array(0).reduce((all: number | undefined, one) => (all ?? 0) + one, undefined));

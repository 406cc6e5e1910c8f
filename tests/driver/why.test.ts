/** `heddle why`: what became of a line. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { Workspace } from "./command.ts";

const work = new Workspace();

work.write(
  "why.ts",
  `import { half } from "./half.ts";
class Point {
  constructor(readonly x: number, readonly y: number) {}
  sum(): number { return this.x + this.y; }
}
class Pixel { constructor(readonly v: number) {} } const kept: Pixel[] = [];
let total = 0;
let product = 1;
for (let i = 0; i < 20; i++) {
  total += new Point(i, 2).sum();
  const point = new Pixel(half(i));
  if (i % 7 === 3) kept.push(point);
  product = product * i;
}
function never(n: number): number {
  return n + 1;
}
console.log(total, product, kept[0]?.v);
`,
);
work.write("half.ts", "export function half(n: number): number {\n  return n / 2;\n}\n");

async function why(...args: string[]): Promise<string> {
  const { stdout, stderr, exit } = await work.heddle(["why", ...args]);
  assert.equal(exit, 0, stderr);
  return stdout;
}

describe("heddle why", () => {
  test("allocations, calls and sums of a line", async () => {
    assert.equal(
      await why("why.ts:10"),
      `why.ts:10:3: \`total += new Point(i, 2).sum()\`
  number: an integer, 2 to 2^53-1, checked: flow knows no bound, and the program stops where it would leave ±(2^53-1)
why.ts:10:12: \`new Point(i, 2)\`
  call: \`Point\` is inlined
  allocation: the object is taken apart
why.ts:10:28: \`sum\`
  call: \`sum\` is inlined
`,
    );
    assert.equal(
      await why("why.ts:11:20"),
      `why.ts:11:17: \`new Pixel(half(i))\`
  call: \`Pixel\` is inlined
  allocation: the object is kept: it is stored into an array at line 12
`,
    );
    assert.match(await why("-O0", "why.ts:11"), /there is nothing to tell/);
  });

  test("objects in the frame, and memory that is taken together", async () => {
    work.write(
      "kept.ts",
      `class Cell { constructor(public n: number, public next: Cell | undefined) {} }
function last(cell: Cell): number {
  let at = cell;
  while (at.next !== undefined) at = at.next;
  return at.n;
}
const pairs: Cell[] = [];
for (let i = 0; i < 9; i++) {
  const first = new Cell(i, undefined), second = new Cell(i + 1, first);
  pairs.push(second);
  if (last(new Cell(i, second)) !== i) throw new Error("no");
}
console.log(pairs.length);
`,
    );
    const pair = await why("kept.ts:9");
    assert.match(
      pair,
      /`new Cell\(i \+ 1, first\)`\n(?: {2}.*\n)* {2}allocation: its memory is taken together with that of the object made at line 9\n/,
    );
    assert.match(
      await why("kept.ts:11:12"),
      / {2}allocation: it is not taken apart: it comes from a field or an array\n {2}allocation: the object is in the frame\n/,
    );
  });

  test("calls of several functions, and what the run-time does, in the program's own words", async () => {
    work.write(
      "shapes.ts",
      `class Square { constructor(readonly side: number) {} area(): number { return this.side; } }
class Circle { constructor(readonly radius: number) {} area(): number { return this.radius * 3; } }
const shapes: (Square | Circle)[] = [];
for (let i = 0; i < 9; i++) shapes.push(i % 2 === 0 ? new Square(i) : new Circle(i));
let total = 0;
for (const shape of shapes) total += shape.area();
console.log(total);
`,
    );
    assert.match(
      await why("shapes.ts:6"),
      / {2}call: one of 2 functions is called: `Square\.area` at line 1, `Circle\.area` at line 2\n/,
    );
    assert.match(
      await why("shapes.ts:4:37"),
      / {2}call: `reserve` of the run-time is not inlined: its size /,
    );
  });

  test("why a number is a double, here or elsewhere", async () => {
    assert.match(
      await why("half.ts:2", "why.ts"),
      /^half\.ts:2:10: `n \/ 2`\n {2}number: a double: a quotient may have a fraction\n/,
    );
    assert.match(
      await why("why.ts:6:30"),
      /field: a double: a quotient may have a fraction \(at half\.ts:2\)\n/,
    );
    assert.match(
      await why("why.ts:13"),
      /number: a double: the product may leave ±\(2\^53-1\), where JavaScript rounds\n/,
    );
  });

  test("lines without anything, lines that are never reached, and places that are none", async () => {
    assert.equal(await why("why.ts:16"), "why.ts:16: flow never reaches this line: it is not translated\n");
    assert.match(await why("why.ts:4:1"), /^why\.ts:4:1: there is nothing to tell/);
    const lines = readFileSync(work.path("why.ts"), "utf8").split("\n").length;
    const says = async (args: string[], message: string): Promise<void> => {
      const { stderr, exit } = await work.heddle(["why", ...args]);
      assert.deepEqual([exit, stderr], [2, `heddle: ${message}\n`]);
    };
    await says(["why.ts"], "`why.ts` is no place: write FILE:LINE, as in app.ts:12");
    await says(["why.ts:99"], `\`why.ts\` has ${lines} lines: there is no line 99`);
    await says(["other.ts:1", "why.ts"], "`other.ts` is no file of the program that begins with `why.ts`");
  });
});

/** What a real gdb and a real valgrind (Debian: `apt-get install gdb valgrind`) make of a program built with `--debug`. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { before, describe, test } from "node:test";
import { packageRoot } from "../../src/driver/paths.ts";
import { Workspace } from "./command.ts";

const source = `class Point {
  next: Point | undefined;
  constructor(readonly x: number, readonly tag: number | string) {}
  get length(): number {
    return Math.abs(this.x);
  }
}

function total(points: readonly Point[], names: Map<string, number>, text: string, scale: (n: number) => number): number {
  let sum = 0;
  for (const point of points) {
    const long = point.length;
    sum += scale(long);
    names.set(text + point.tag, long);
  }
  return sum;
}

function halved(n: number): number {
  return n / 2;
}

function main(): void {
  const points = [new Point(1, "one"), new Point(-2.5, 2)];
  points[0]!.next = points[1];
  const bytes = new Uint8Array([7, 255]);
  const counts: Record<string, number> = {};
  for (const one of points) counts[\`k\${one.tag}\`] = one.x;
  delete counts.kone;
  const kinds = new Set(["é", "→"]);
  const big = 2n ** 70n * BigInt(-points.length);
  const grid = [[1, 2], [3]];
  console.log(total(points, new Map(), "p:", halved), bytes.length, counts, kinds, grid.length, big);
}
main();
`;

const skipWithout = (tool: string): false | string =>
  spawnSync(tool, ["--version"]).status === 0 ? false : `${tool} is not installed`;

describe("a program with --debug", () => {
  const work = new Workspace();
  before(async () => {
    work.write("shapes.ts", source);
    const { exit, stderr } = await work.heddle(["build", "-g", "-O0", "shapes.ts", "-o", "shapes"]);
    assert.equal(exit, 0, stderr);
  });
  /** Commands in a row, each answered by what gdb prints before the next. */
  const debug = async (commands: readonly string[]): Promise<string[]> => {
    const marked = commands.flatMap((one) => ["-ex", one, "-ex", "echo @@@\\n"]);
    const leave = ["-iex", `add-auto-load-safe-path ${packageRoot}:${work.folder}`];
    const { stdout, stderr } = await work.run("gdb", [
      "-q",
      "-nx",
      "-batch",
      ...leave,
      ...marked,
      "./shapes",
    ]);
    assert.doesNotMatch(stderr, /Python|Error/, stderr);
    return stdout.split("@@@\n").map((text) => text.trim());
  };

  test("gdb breaks, steps and shows values on TypeScript lines", { skip: skipWithout("gdb") }, async () => {
    const [, run, trace, locals, next, again, step, up, outer] = await debug([
      "break shapes.ts:13",
      "run",
      "backtrace 3",
      "info locals",
      "next",
      "next",
      "next",
      "up",
      "info locals",
    ]);
    assert.match(run ?? "", /shapes\.ts:13\n13\t {4}sum \+= scale\(long\);$/);
    const frames = (trace ?? "").split("\n");
    assert.match(
      frames[0] ?? "",
      /^#0 {2}total \(points=Array\(2\) \[Point \{x: 1, tag: "one", next: Point \{…\}\}/,
    );
    assert.match(
      frames[0] ?? "",
      /names=Map\(0\) \{\}, text="p:", scale=\[Function: halved\]\) at .*shapes\.ts:13$/,
    );
    assert.match(frames[1] ?? "", /^#1 .* in main \(\) at .*shapes\.ts:33$/);
    assert.match(frames[2] ?? "", /^#2 .* in module \(\) at .*shapes\.ts:35$/);
    for (const line of [
      "sum = 0",
      'point = Point {x: 1, tag: "one", next: Point {x: -2.5, tag: 2, next: nil}}',
    ])
      assert.ok(locals?.split("\n").includes(line), `${line} in\n${locals}`);
    assert.equal(next, "14\t    names.set(text + point.tag, long);");
    assert.equal(again, "11\t  for (const point of points) {");
    assert.equal(step, "12\t    const long = point.length;");
    assert.match(up ?? "", /shapes\.ts:33\n33\t/);
    for (const line of [
      "bytes = Uint8Array(2) [7, 255]",
      'counts = Object(1) {"k2" => -2.5}',
      'kinds = Set(2) {"é", "→"}',
      `big = ${-(2n ** 71n)}n`,
      "grid = Array(2) [Array(2) [1, 2], Array(1) [3]]",
    ])
      assert.ok(outer?.split("\n").includes(line), `${line} in\n${outer}`);
  });

  test("callgrind counts for TypeScript's functions and lines", {
    skip: skipWithout("valgrind"),
  }, async () => {
    const counts = work.path("counts");
    await work.run("valgrind", ["--tool=callgrind", `--callgrind-out-file=${counts}`, "./shapes"]);
    const lists = ["--auto=yes", "--threshold=100", counts, work.path("shapes.ts")];
    const { stdout } = await work.run("callgrind_annotate", lists);
    assert.match(stdout, /^ *\d+ .* shapes\.ts:f_shapes_total /m);
    // Twice for two points, and more than one instruction each time.
    const [, count = ""] = /^ *([\d,]+) .* {5}sum \+= scale\(long\);$/m.exec(stdout) ?? [];
    assert.ok(Number(count.replaceAll(",", "")) >= 4, stdout);
  });
});

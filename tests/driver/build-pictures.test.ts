/** What `heddle build` tells of itself: `--timings`, `--stats`, `--plot`. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { pipeline } from "../../src/driver/pipeline.ts";
import { thinned } from "../../src/driver/plot/thin.ts";
import { Workspace } from "./command.ts";

const work = new Workspace();

/** The counts of a row of the table. */
function counts(table: string, phase: string): number[] {
  const [, cells = ""] = new RegExp(`^${phase} +(.*)$`, "m").exec(table) ?? [];
  return cells.split(/ {2,}/).map((one) => Number.parseInt(one, 10));
}

describe("heddle build tells of itself", () => {
  test("sizes after each phase, and a picture of memory", async () => {
    work.write(
      "boxes.ts",
      `class Box { constructor(readonly n: number) {} }
       function sum(count: number): number {
         let total = 0;
         for (let i = 0; i < count; i++) total += new Box(i).n;
         return total;
       }
       console.log(sum(process.argv.length));`,
    );
    const compiler = work.compilerMaking("cc", "exit 0");
    const args = ["build", `--cc=${compiler}`, "boxes.ts", "-o", "boxes"];
    const { stderr, exit } = await work.heddle([...args, "--stats", "--timings", "--plot", "build.svg"]);
    assert.equal(exit, 0, stderr);
    const table = stderr.slice(stderr.indexOf("\nafter "));
    const phases = table.match(/^[a-z-]+(?= {2})/gm);
    const passes = pipeline.filter(({ level }) => level <= 2).map(({ pass }) => pass.name);
    assert.deepEqual(phases, ["after", "frontend", "annotate", "lower", "link", ...passes, "weave"]);
    assert.match(stderr, /^malloc-removal .* -\d+$/m);
    for (const phase of ["frontend", "lower", "weave"]) {
      const [graphs = 0, blocks = 0, operations = 0] = counts(table, phase);
      assert.ok(0 < graphs && graphs <= blocks && blocks < operations, stderr);
    }
    const svg = readFileSync(work.path("build.svg"), "utf8");
    for (const name of ["frontend", "passes", "C compiler", "resident", "operations", "allocations"])
      assert.ok(svg.includes(`>${name}</t`), name);
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
    const nowhere = await work.heddle([...args, "--plot", "absent/build.svg"]);
    assert.equal(nowhere.exit, 2);
    assert.match(
      nowhere.stderr,
      /^heddle: the picture cannot be `absent\/build\.svg`: the directory `absent` does not exist\n/,
    );
  });

  test("points that cannot be told apart are left out, and no peak with them", () => {
    const points = Array.from({ length: 10_000 }, (_, x): [number, number] => [x, x === 4567 ? 99 : x % 7]);
    const shown = thinned(points, 9999, 100);
    assert.ok(shown.length <= 400);
    assert.deepEqual([shown[0], shown.at(-1)], [points[0], points.at(-1)]);
    assert.ok(shown.some(([x, y]) => x === 4567 && y === 99));
    assert.deepEqual(
      shown.map(([x]) => x),
      shown.map(([x]) => x).sort((a, b) => a - b),
    );
    assert.deepEqual(thinned([[0, 1]], 0, 100), [[0, 1]]);
  });
});

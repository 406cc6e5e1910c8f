/** What a collector tells: HEDDLELOG, and the options that make it look for mistakes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { testFolder } from "../graph/hdl-file.ts";
import { Workspace } from "./command.ts";

const work = new Workspace();
const source = `
import { stats } from "heddle/gc";
let kept: { n: number; next: unknown } | null = null;
for (let i = 0; i < 300000; i++) kept = { n: i, next: i % 1000 === 0 ? null : kept };
console.log(kept?.n, stats().collections > 100);
`;

interface Section {
  readonly name: string;
  readonly lines: string[];
}

/** Within the run sections follow each other, each ended by its name and no earlier than it began. */
function sectionsOf(text: string): Section[] {
  const run = /^\[[0-9a-f]+\] \{run\n([\s\S]*)resident: \d+ bytes\n\[[0-9a-f]+\] run\}\n$/.exec(text);
  assert.ok(run, text);
  const found: Section[] = [];
  let open: Section | undefined;
  let last = 0;
  for (const line of (run[1] as string).split("\n").slice(0, -1)) {
    const [, stamp, start, name] = /^\[([0-9a-f]+)\] (\{?)([a-z-]+)\}?$/.exec(line) ?? [];
    if (stamp === undefined || name === undefined) {
      assert.ok(open, `outside of a section: ${line}`);
      open.lines.push(line);
      continue;
    }
    assert.ok(Number.parseInt(stamp, 16) >= last);
    last = Number.parseInt(stamp, 16);
    if (start) {
      assert.equal(open, undefined);
      open = { name, lines: [] };
      continue;
    }
    assert.equal(open?.name, name);
    if (open) found.push(open);
    open = undefined;
  }
  assert.equal(open, undefined);
  return found;
}

describe("what a collector tells", () => {
  test("the log has the sections that were asked for", async () => {
    work.write("log.ts", source);
    assert.equal((await work.heddle(["build", "-O1", "log.ts", "-o", "log"])).exit, 0);
    const logged = async (setting: string): Promise<Section[]> => {
      const env = {
        HEDDLELOG: `${setting}${work.path("gc.log")}`,
        HEDDLE_GC_NURSERY: "32KB",
        HEDDLE_GC_MIN: "64KB",
      };
      assert.equal((await work.run(work.path("log"), [], { env })).stdout, "299999 true\n");
      return sectionsOf(readFileSync(work.path("gc.log"), "utf8"));
    };
    const minor = await logged("gc-minor:");
    assert.ok(minor.length > 100);
    for (const { name, lines } of minor) {
      assert.equal(name, "gc-minor");
      assert.match(
        lines.join("\n"),
        /^minor collect, total memory used: \d+\ntotal size of young objects: \d+\ntotal size of surviving objects: \d+\ntime taken: \d+\.\d{6}\nresident: \d+ bytes$/,
      );
    }
    const major = await logged("gc-set,gc-major:");
    const names = new Set(major.map(({ name }) => name));
    assert.deepEqual([...names], ["gc-set-nursery-size", "gc-collect-step", "gc-collect-done"]);
    assert.equal(major[0]?.lines[0], "nursery size: 32768");
    assert.deepEqual(new Set((await logged(":")).map(({ name }) => name)), new Set([...names, "gc-minor"]));
    const wrong = async (env: NodeJS.ProcessEnv): Promise<string> =>
      (await work.run(work.path("log"), [], { env })).stderr;
    assert.match(
      await wrong({ HEDDLELOG: "phase,minor:x" }),
      /^heddle: stopped: HEDDLELOG: no such section; there are .*gc-minor, .*phase\n {4}at minor:x\n/,
    );
    assert.match(
      await wrong({ HEDDLELOG: work.path("none/x.log") }),
      /^heddle: stopped: HEDDLELOG: the log cannot be written there\n {4}at .*none\/x\.log\n/,
    );
    assert.equal(
      await wrong({ HEDDLE_PROFILE: "alloc:x" }),
      "heddle: there will be no profile (HEDDLE_PROFILE): the program was built without --profile\n",
    );
  });

  test("a setting of the collector that is misspelt or has no sensible value stops the program", async () => {
    work.write("hello.ts", 'console.log("hello");\n');
    await work.heddle(["build", "-O0", "hello.ts", "-o", "hello"]);
    const wrong: readonly (readonly [setting: string, value: string, says: RegExp])[] = [
      ["HEDDLE_GC_STERSS", "4KB", /there is no such setting; the collector has .*HEDDLE_GC_STRESS, /],
      ["HEDDLE_GC_MI", "4KB", /there is no such setting/],
      ["HEDDLE_GC_MIN", "often", /not a size/],
      ["HEDDLE_GC_GROWTH", "4KB", /not a factor/],
    ];
    for (const [setting, value, says] of wrong) {
      const env = { [setting]: value };
      const native = await work.run(work.path("hello"), [], { env });
      const interpreted = await work.heddle(["interpret", "--level", "high", "hello.ts"], { env });
      for (const { stdout, stderr, exit } of [native, interpreted]) {
        assert.equal(stdout, "");
        assert.match(stderr, says);
        assert.ok(stderr.includes(setting), stderr);
        assert.equal(exit, 2);
      }
    }
    const env = { HEDDLE_GC_MIN: "", HEDDLE_GC_GROWTH: "1.5" };
    assert.equal((await work.run(work.path("hello"), [], { env })).stdout, "hello\n");
  });

  test("a program that was built to collect often and to check its heap does so", async () => {
    const often = source.replace("300000", "20000").replace("299999", "19999");
    work.write("often.ts", often);
    const { stdout } = await work.heddle(["run", "-O1", "often.ts"]);
    assert.equal(stdout, "19999 false\n");
    const stressed = await work.heddle(["run", "-O1", "--gc-stress=1KB", "--gc-check", "often.ts"]);
    assert.equal(stressed.stdout, "19999 true\n");
    const bad = await work.heddle(["run", "--gc-stress=often", "often.ts"]);
    assert.equal(bad.exit, 2);
    assert.match(bad.stderr, /Write a size: a number with B, KB, MB or GB, as in 4KB\./);
  });

  test("a protected nursery names a stale reference", async () => {
    const file = fileURLToPath(new URL("stale-reference.ts", testFolder("system")));
    const stale = async (env: NodeJS.ProcessEnv): Promise<string> =>
      (await work.heddle(["run", "-O1", "--allow-system", file, "stale"], { env })).stderr;
    assert.equal(await stale({}), "");
    assert.match(
      await stale({ HEDDLE_GC_DEBUG: "1" }),
      /^heddle: stopped: a stale reference: it leads into a nursery that a minor collection has emptied\n/,
    );
  });
});

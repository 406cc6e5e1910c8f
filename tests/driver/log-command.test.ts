/** `heddle log`: what it says of a log, and of a file that is none. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { drawLog } from "../../src/driver/log/draw-log.ts";
import { readLog } from "../../src/driver/log/read-log.ts";
import { summarize } from "../../src/driver/log/summarize.ts";
import { Workspace } from "./command.ts";

const work = new Workspace();

/** A run of one second (stamps are hexadecimal) with two phases, two minor collections and a major one. */
const small = `[0] {run
[0] {phase
name: load & <parse>
resident: 1048576 bytes
[0] phase}
[5f5e100] {gc-minor
minor collect, total memory used: 1048576
total size of young objects: 1048576
total size of surviving objects: 524288
time taken: 0.100000
resident: 2097152 bytes
[bebc200] gc-minor}
[bebc200] {gc-collect-step
objects before: 524288 bytes
time taken: 0.050000
resident: 2097152 bytes
[bebc208] gc-collect-step}
[bebc208] {gc-collect-done
live objects: 262144 bytes
total memory used: 524288
time taken: 0.000000
resident: 2097152 bytes
[bebc208] gc-collect-done}
[1dcd6500] {phase
name: work
resident: 2097152 bytes
[1dcd6500] phase}
[23c34600] {gc-minor
minor collect, total memory used: 1310720
total size of young objects: 1048576
total size of surviving objects: 0
time taken: 0.025000
resident: 4194304 bytes
[29b92700] gc-minor}
resident: 3145728 bytes
[3b9aca00] run}
`;

describe("heddle log", () => {
  test("sections, shares, survival, pauses and phases", () => {
    assert.equal(
      summarize(readLog(small, "small.log")),
      `run of 1.000 s

section          count    total     median     longest  of the run
phase                2  0.000 s   0.000 ms    0.000 ms       0.0 %
gc-minor             2  0.125 s  62.500 ms  100.000 ms      12.5 %
gc-collect-step      1  0.050 s  50.000 ms   50.000 ms       5.0 %
gc-collect-done      1  0.000 s   0.000 ms    0.000 ms       0.0 %

minor collections: 12.5 % of the run; 25.0 % of 2.0 MB survived
major collections: 5.0 % of the run in 1; alive after the last 0.3 MB, at most 0.3 MB
pauses: median 87.500 ms, 99 % within 150.000 ms, longest 150.000 ms
resident: at most 4.0 MB

phase            lasted   minor   major  survived  resident at its end
load & <parse>  0.500 s  20.0 %  10.0 %    50.0 %               2.0 MB
work            0.500 s   5.0 %   0.0 %     0.0 %               3.0 MB
`,
    );
  });

  test("a log that was cut off", () => {
    const cut = (line: string): string => small.slice(0, small.indexOf(line) + line.length);
    assert.match(
      summarize(readLog(cut("time taken: 0.100000\n"), "cut.log")),
      /^run of 0\.100 s, which was ended within gc-minor\n/,
    );
    const within = summarize(readLog(cut("[bebc200] gc-minor}\n"), "cut.log"));
    assert.match(within, /^run of 0\.200 s, which did not end by itself\n/);
    assert.match(within, /minor collections: 50\.0 % of the run; 50\.0 % of 1\.0 MB survived/);
  });

  test("what is no log is named with its line", () => {
    const says = (text: string, message: string): void =>
      assert.throws(() => readLog(text, "x.log"), { message });
    says("", "x.log is empty: is it a log, made with HEDDLELOG=x.log?");
    says(
      "hello\nworld\n",
      "x.log:1: this is no log: a section was expected, as `[1f9fe] {gc-minor`, not `hello`",
    );
    says("[1] {run\n[2] gc-minor}\n", "x.log:2: `gc-minor` ends here, but `run` is open since line 1");
    says("[1] {run\n[2] run}\n[2] run}\n", "x.log:3: `run` ends here, but no section is open");
    says(
      "[9] {run\n[2] run}\n",
      "x.log:2: this is earlier than the line before: do two programs write into one log?",
    );
  });

  test("the picture has what the log has, in its words", () => {
    const svg = drawLog(
      readLog(small.replace("time taken: 0.050000", "time taken: 0.300000"), "small.log"),
      "a <title>",
    );
    assert.ok(!/<title>a <title>/.test(svg));
    for (const name of [
      "resident",
      "minor collect, total memory used",
      "objects before",
      "live objects",
      "total memory used",
      "gc-minor",
      "gc-collect",
      "load &amp; &lt;parse>",
      "work",
    ])
      assert.ok(svg.includes(`>${name}</text>`), name);
    assert.ok(!svg.includes(">nursery size<"), "what is not in the log is not in the legend");
    // A stem for the pause that a minor and a longer major collection made, and one for the other.
    assert.equal(svg.match(/<path d="M[\d.]+ [\d.]+V[\d.]+" fill="none"/g)?.length, 2);
    assert.match(svg, /@media \(prefers-color-scheme: dark\)/);
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
  });

  test("a long log gives no big picture", () => {
    const sections = Array.from({ length: 20000 }, (_, index) => {
      const [start, end] = [index * 1000, index * 1000 + 10].map((time) => time.toString(16));
      return `[${start}] {gc-minor\nminor collect, total memory used: ${index % 977}\n[${end}] gc-minor}\n`;
    });
    assert.ok(drawLog(readLog(sections.join(""), "long.log"), "long").length < 150_000);
  });

  test("a program's phases come into its log, and a picture is drawn", async () => {
    work.write(
      "phases.ts",
      `import { phase } from "heddle/debug";
       phase("first\\nof two");
       const kept: number[][] = [];
       for (let i = 0; i < 200000; i++) kept.push([i]);
       phase("second");
       console.log(kept.length);`,
    );
    assert.equal((await work.heddle(["build", "-O1", "phases.ts", "-o", "phases"])).exit, 0);
    const quiet = await work.run(work.path("phases"), [], {});
    assert.deepEqual([quiet.stdout, quiet.stderr], ["200000\n", ""]);
    assert.equal((await work.heddle(["node", "phases.ts"])).stdout, "200000\n");
    await work.run(work.path("phases"), [], { env: { HEDDLELOG: work.path("run.log") } });
    const { stdout } = await work.heddle(["log", "run.log", "--plot", "run.svg"]);
    assert.match(
      stdout,
      /\ngc-minor +\d+ [\s\S]*\nphase [\s\S]*\nfirst of two +0\.\d+ s [\s\S]*\nsecond +0\.\d+ s /,
    );
    assert.match(readFileSync(work.path("run.svg"), "utf8"), /^<svg [\s\S]*>first of two<[\s\S]*<\/svg>\n$/);
    // Under a collector without a log there are phases all the same.
    assert.equal((await work.heddle(["build", "--gc=none", "-O1", "phases.ts", "-o", "none"])).exit, 0);
    await work.run(work.path("none"), [], { env: { HEDDLELOG: `phase:${work.path("none.log")}` } });
    assert.match((await work.heddle(["log", "none.log"])).stdout, /\nphase +2 /);
    const bad = await work.heddle(["log", "absent.log"]);
    assert.equal(bad.exit, 2);
    assert.match(bad.stderr, /^heddle: `absent\.log` cannot be read: it does not exist/);
  });
});

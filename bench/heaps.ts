/**
 * Time, memory and pauses over the size of the live data, for each collector: `npm run bench:heaps -- [--pauses]
 * [MEGABYTES…]`. The table goes to docs/heaps.md, the drawing to docs/heaps.svg. The biggest sizes need as much memory three
 * times over; pauses are wall time, and mean something on a quiet machine only.
 */

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { collectors } from "../src/collectors/registry.ts";
import { pausesOf } from "../src/driver/log/phases.ts";
import { readLog } from "../src/driver/log/read-log.ts";
import { cleanUp, example, folder, native } from "./harness.ts";
import { drawLines, type Line } from "./heaps-drawing.ts";

const withPauses = process.argv.includes("--pauses");
const given = process.argv
  .slice(2)
  .filter((one) => one !== "--pauses")
  .map(Number);
const sizes = given.length > 0 ? given : [1, 4, 16, 64, 256, 1024, 4096];
const modes = ["low", "full"] as const;
/** Megabytes that are allocated for each of live data, but not too few nor too many. */
const allocated = (megabytes: number): number => Math.min(Math.max(256, megabytes), 2048);

interface Found {
  readonly nanoseconds: number;
  readonly peak: number;
  readonly pauses: readonly number[];
}

/** How long the program stood still at a time, in milliseconds, sorted; a collector without a log has none. */
function sortedPauses(log: string): number[] {
  if (log === "") return [];
  const pauses = pausesOf(readLog(log, "gc.log").sections);
  return pauses.map(({ seconds }) => seconds * 1000).sort((a, b) => a - b);
}

function measure(executable: string, megabytes: number, mode: string): Found {
  const bytes = allocated(megabytes);
  const command = [executable, `${megabytes}`, mode, `${bytes}`];
  const timed = ["time", "-f", "%M", ...command];
  const { stdout, stderr } = spawnSync("/usr/bin/env", timed, { encoding: "utf8" });
  const milliseconds = Number(/^([\d.]+) ms/.exec(stdout)?.[1]);
  const nanoseconds = (milliseconds * 1e6) / Math.floor((bytes * 1048576) / 24);
  const peak = Number(stderr.trim()) / 1024;
  return { nanoseconds, peak, pauses: withPauses ? sortedPauses(logged(command)) : [] };
}

function logged([program, ...args]: readonly string[]): string {
  const log = path.join(folder, "gc.log");
  writeFileSync(log, "");
  const env = { ...process.env, HEDDLELOG: `gc-minor,gc-major:${log}` };
  spawnSync(program as string, args, { stdio: "ignore", env });
  return readFileSync(log, "utf8");
}

/** The value below which so large a share of the sorted ones lie. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const rows: string[] = [];
const lines: Line[] = [];
for (const { name } of collectors) {
  const executable = await native("bench/programs/live-heap.ts", { gc: name });
  for (const mode of modes) {
    const points: [number, number][] = [];
    for (const megabytes of sizes) {
      const { nanoseconds, peak, pauses } = measure(executable, megabytes, mode);
      points.push([megabytes, nanoseconds]);
      const shown =
        pauses.length === 0
          ? ["", ""]
          : [quantile(pauses, 0.999), quantile(pauses, 1)].map((n) => n.toFixed(2));
      const cells = [
        name,
        mode,
        `${megabytes}`,
        nanoseconds.toFixed(1),
        (peak / megabytes).toFixed(2),
        ...shown,
      ];
      rows.push(`| ${cells.join(" | ")} |`);
      console.log(rows.at(-1));
    }
    lines.push({ name: `${name}, ${mode}`, points });
  }
}
const head = `# Live heaps

\`npm run bench:heaps\`: a program keeps so many megabytes of objects of 24 bytes alive and allocates more; of the new objects
one in 64 (low) or each (full) replaces a live one. Nanoseconds of processor time for each object allocated, collections
included; the most memory resident, as a multiple of the live objects' bytes; with \`--pauses\` the 99.9th percentile and the
longest of all pauses, in milliseconds. One run on a machine shared with others.

![Nanoseconds an object over megabytes alive](heaps.svg)

| collector | survival | MB alive | ns an object | peak memory | 99.9 % of pauses | longest pause |
|---|---|---|---|---|---|---|
`;
const remark = `
Where each new object goes into an old array at random, a minor collection reads three places in memory for each of them that
no cache holds: then the collectors without a nursery are quicker.
`;
writeFileSync(example("docs/heaps.md"), `${head}${rows.join("\n")}\n${remark}`);
writeFileSync(example("docs/heaps.svg"), drawLines(lines));
cleanUp();

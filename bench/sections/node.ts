/**
 * The examples against Node after warm-up: ratios of time and of peak memory, below 1 where Heddle is better.
 *
 * Declared fields without initialisers start as undefined, which makes V8 keep their doubles in boxes: a second script
 * without those declarations shows Node at its best.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "../../src/driver/build.ts";
import { defaultOptions } from "../../src/driver/options.ts";
import { Timings } from "../../src/driver/timings.ts";
import { erased, folder, native, ownTimes, peakMemory, ratio, row } from "../harness.ts";

/** Each with enough work that Node has warmed up; they print their time in one of two forms. */
const cases = [
  ["richards", "1000"],
  ["nbody", "2000000"],
  ["bytecode", "300"],
  ["deltablue", "1000"],
  ["havlak", "30"],
  ["json", "30"],
  ["cd", "500"],
  ["mandelbrot", "1000"],
  ["fannkuch", "10"],
  ["binary-trees", "17"],
  ["red-black-tree", "300000"],
  ["spectral-norm", "1000"],
  ["life", "300"],
] as const;

const time = /([\d.]+) (?:s|ms an iteration)$/m;

function geometricMean(numbers: readonly number[]): number {
  return Math.exp(numbers.reduce((sum, x) => sum + Math.log(x), 0) / numbers.length);
}

/** Time of the natively translated program, of the same with its types erased, of Node, and of Node at its best. */
async function measure(name: string, size: string): Promise<{ time: number; memory: number }> {
  const file = `examples/${name}.ts`;
  const oracle = erased(file);
  const script = readFileSync(oracle[1] as string, "utf8");
  const bare = path.join(folder, `${name}.bare.mjs`);
  writeFileSync(bare, script.replace(/^ +(?!break|continue|return)\w+;$/gm, ""));
  const typeless = path.join(folder, `${name}.js`);
  writeFileSync(typeless, script);
  const ourErased = `${typeless}.out`;
  await build(typeless, ourErased, defaultOptions, new Timings());
  const typed = await native(file);
  const commands = [[typed], [ourErased], oracle, [process.execPath, bare]];
  const [ours, untyped, node, best] = ownTimes(
    commands.map((command) => [...command, size, "time"]),
    time,
  ) as [number, number, number, number];
  const memory = peakMemory([typed, size]) / peakMemory([...oracle, size]);
  row(
    `${name} against Node`,
    ratio(ours, node),
    `without bare fields ${ratio(ours, best)}`,
    `peak memory ${memory.toFixed(2)} ×`,
    `types erased ${ratio(untyped, ours)}`,
  );
  return { time: ours / Math.min(node, best), memory };
}

export async function node(): Promise<void> {
  const measured: { time: number; memory: number }[] = [];
  for (const [name, size] of cases) measured.push(await measure(name, size));
  row(
    "geometric mean, Node at its best",
    `${geometricMean(measured.map(({ time }) => time)).toFixed(2)} ×`,
    `peak memory ${geometricMean(measured.map(({ memory }) => memory)).toFixed(2)} ×`,
  );
}

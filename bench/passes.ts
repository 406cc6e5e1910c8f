/**
 * `npm run bench:passes`: what each optimization is worth. Programs are built in many ways; the table shows the
 * instructions that callgrind counts, the time, the size of the executable and the memory allocated, relative to the
 * default build, and is stored with a drawing in bench/results/.
 *
 *   npm run bench:passes                     all programs, all rows
 *   npm run bench:passes -- richards json    only these programs
 *
 * Time is the least of several runs in turn: a busy machine only adds to it. Instructions do not depend on the machine's
 * mood, but they do not know what a missed branch or a slow load costs either.
 */
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "../src/driver/build.ts";
import { defaultOptions, type TranslateOptions } from "../src/driver/options.ts";
import { packageRoot } from "../src/driver/paths.ts";
import { pipeline } from "../src/driver/pipeline.ts";
import { Timings } from "../src/driver/timings.ts";
import { translate } from "../src/driver/translate.ts";
import { folder, instructions } from "./harness.ts";
import { leastTimes } from "./least-times.ts";
import { drawBars } from "./passes-drawing.ts";

interface Program {
  readonly name: string;
  /** Arguments for counting instructions, and for measuring time. */
  readonly short: readonly string[];
  readonly long: readonly string[];
  /** Its folder, unless it is an example. */
  readonly folder?: string;
  /** The program that does the same by chained double dispatch instead of `heddle/dispatch`. */
  readonly chained?: string;
}

const programs: readonly Program[] = [
  { name: "pystone", short: ["20000"], long: ["200000"] },
  { name: "richards", short: ["50"], long: ["2000"] },
  { name: "bytecode", short: ["1"], long: ["100"] },
  { name: "gcbench", short: ["8"], long: ["15"] },
  { name: "deltablue", short: ["5"], long: ["500"] },
  { name: "json", short: ["1"], long: ["100"] },
  { name: "nbody", short: ["5000"], long: ["1000000"] },
  { name: "boxed-numbers", short: ["20000"], long: ["10000000"], folder: "bench/programs" },
  {
    name: "multimethods",
    short: ["20"],
    long: ["5000"],
    folder: "bench/programs",
    chained: "double-dispatch",
  },
];

/** One way to build; `before` is what RPython's team measured of its like in 2006, on pystone and richards. */
interface Row {
  readonly label: string;
  readonly options: Partial<TranslateOptions>;
  readonly before?: string;
  /** Only of programs that have another one for it. */
  readonly chained?: boolean;
}

const names = [...new Set(pipeline.map(({ pass }) => pass.name))];
/** What every build needs, or which only tidies up. */
const tidying = [
  "dead-functions",
  "dead-code",
  "dead-params",
  "merge-blocks",
  "same-arguments",
  "constant-folding",
];

function only(...chosen: readonly string[]): Partial<TranslateOptions> {
  return { without: names.filter((name) => !chosen.includes(name) && !tidying.includes(name)) };
}

const rows: readonly Row[] = [
  { label: "all passes (-O2)", options: {}, before: "1.00 / 1.00" },
  { label: "no passes, C compiler -O2", options: { without: names }, before: "2.24 / 2.20" },
  { label: "only inline", options: only("inline"), before: "1.47 / 1.34" },
  {
    label: "inline and malloc-removal",
    options: only("inline", "devirtualize", "malloc-removal"),
    before: "1.03 / 1.13",
  },
  {
    label: "inline and escape-analysis, no malloc-removal",
    options: only("inline", "devirtualize", "escape-analysis"),
  },
  { label: "tagged pointers", options: { tagged: true }, before: ".93 / .99" },
  {
    label: "tagged pointers without folding",
    options: { tagged: true, without: ["conversions", "constant-folding"] },
    before: ".96 / 1.03",
  },
  { label: "chained double dispatch", options: {}, before: ".99 / 1.05", chained: true },
  ...names.map((name): Row => ({ label: `without ${name}`, options: { without: [name] } })),
];

interface Figures {
  readonly instructions: number;
  readonly seconds: number;
  readonly bytes: number;
  /** Allocations that stand in the program after all passes. */
  readonly allocations: number;
}

async function measure(program: Program): Promise<(Figures | undefined)[]> {
  const { name, short, long, chained } = program;
  const executables: (string | undefined)[] = [];
  const allocations: number[] = [];
  for (const [index, row] of rows.entries()) {
    const source = row.chained ? chained : name;
    if (source === undefined) {
      executables.push(undefined);
      allocations.push(0);
      continue;
    }
    const file = path.join(packageRoot, program.folder ?? "examples", `${source}.ts`);
    const executable = path.join(folder, `${name}-${index}`);
    console.error(`${name}: ${row.label}`);
    const options = { ...defaultOptions, ...row.options };
    try {
      await build(file, executable, options, new Timings());
      executables.push(executable);
      allocations.push(countAllocations(file, options));
    } catch (error) {
      console.error(`${name}, ${row.label}: ${(error as Error).message}`);
      executables.push(undefined);
      allocations.push(0);
    }
  }
  const built = executables.filter((one) => one !== undefined);
  const times = new Map(leastTimes(built.map((one) => [one, ...long])).map((time, at) => [built[at], time]));
  return executables.map((executable, index) => {
    if (executable === undefined) return undefined;
    return {
      instructions: instructions([executable, ...short]),
      seconds: times.get(executable) ?? Number.NaN,
      bytes: statSync(executable).size,
      allocations: allocations[index] ?? 0,
    };
  });
}

/** Operations that allocate, in the functions of the program itself. */
function countAllocations(file: string, options: TranslateOptions): number {
  const { program } = translate(file, options, new Timings(), "passes");
  const stem = `${path.basename(file, ".ts")}.`;
  let count = 0;
  for (const { name, blocks } of program.functions.values()) {
    if (!name.startsWith(stem)) continue;
    for (const { operations } of blocks)
      count += operations.filter(({ op }) => op.startsWith("allocate") && op !== "allocate_local").length;
  }
  return count;
}

function cell(figures: Figures | undefined, base: Figures | undefined): string {
  if (!figures || !base) return "–";
  const { instructions: count, seconds } = figures;
  return `${(seconds / base.seconds).toFixed(2)} (${(count / base.instructions).toFixed(2)})`;
}

function table(chosen: readonly Program[], results: ReadonlyMap<string, (Figures | undefined)[]>): string {
  const lines = [
    `| | ${chosen.map(({ name }) => name).join(" | ")} | executable | allocations | in 2006 |`,
    `|---|${chosen.map(() => "---|").join("")}---|---|---|`,
  ];
  for (const [index, { label, before }] of rows.entries()) {
    const all = chosen.map(({ name }) => [results.get(name)?.[index], results.get(name)?.[0]] as const);
    const sum = (of: (one: Figures) => number, which: 0 | 1): number =>
      all.reduce((total, pair) => total + (pair[which] ? of(pair[which]) : 0), 0);
    const size = sum((one) => one.bytes, 0) / sum((one) => one.bytes, 1);
    const cells = all.map(([figures, base]) => cell(figures, base));
    const kept = sum((one) => one.allocations, 0);
    lines.push(`| ${label} | ${cells.join(" | ")} | ${size.toFixed(2)} | ${kept} | ${before ?? ""} |`);
  }
  return `${lines.join("\n")}\n`;
}

const wanted = process.argv.slice(2);
const chosen = programs.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const results = new Map<string, (Figures | undefined)[]>();
try {
  for (const program of chosen) results.set(program.name, await measure(program));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const text = table(chosen, results);
console.log(
  "Time relative to all passes; in brackets the instructions; allocations as they stand in the code.\n",
);
console.log(text);
const store = path.join(packageRoot, "bench", "results");
mkdirSync(store, { recursive: true });
writeFileSync(path.join(store, "passes.md"), text);
const bars = rows.map(({ label }, index) => ({
  label,
  values: chosen.map(({ name }) => {
    const [figures, base] = [results.get(name)?.[index], results.get(name)?.[0]];
    return figures && base ? figures.instructions / base.instructions : Number.NaN;
  }),
}));
writeFileSync(
  path.join(store, "passes.svg"),
  drawBars(
    chosen.map(({ name }) => name),
    bars,
  ),
);

/**
 * `npm run bench:passes`: what each optimization is worth. Programs are built in many ways; the tables show time, the
 * instructions that callgrind counts, the size of the executable and what is allocated, relative to the default build,
 * and are stored with a drawing in bench/results/.
 *
 *   npm run bench:passes                     all programs, all rows
 *   npm run bench:passes -- --quick          without times: instructions only
 *   npm run bench:passes -- richards json    these programs again; the others' figures are those stored
 *   npm run bench:passes -- --stored         only the tables and the drawing of what is stored
 *
 * Time is the least of several runs in turn: a busy machine only adds to it. Instructions do not depend on the machine's
 * mood, but they do not know what a missed branch or a slow load costs either.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../../src/driver/paths.ts";
import { cleanUp } from "../harness.ts";
import { drawBars } from "./drawing.ts";
import { dispatchTables, type Figures, measure } from "./measure.ts";
import { dispatchPrograms, programs, taggedProgram } from "./programs.ts";
import {
  memoryTable,
  type Results,
  reasons,
  relative,
  type Section,
  speedTable,
  wholeGain,
} from "./report.ts";
import { base, rows, taggedRows } from "./rows.ts";

const store = path.join(packageRoot, "bench", "results");
const figuresFile = path.join(store, "passes.json");
const quick = process.argv.includes("--quick");
const onlyStored = process.argv.includes("--stored");
const wanted = process.argv.slice(2).filter((one) => !one.startsWith("--"));
const all = [...programs, taggedProgram, ...Object.values(dispatchPrograms)];
for (const name of wanted)
  if (!all.some((one) => one.name === name)) {
    console.error(`bench:passes: no program ${name}; there are ${all.map((one) => one.name).join(", ")}`);
    process.exit(2);
  }

interface Stored {
  readonly programs: Record<string, readonly Figures[]>;
  /** Bytes of tables that choose methods, by program. */
  readonly tables: Record<string, number>;
}

const { programs: stored, tables }: Stored = existsSync(figuresFile)
  ? JSON.parse(readFileSync(figuresFile, "utf8"))
  : { programs: {}, tables: {} };

/** Each program's figures are stored at once: a run that is broken off loses only one program. */
function keep(): void {
  mkdirSync(store, { recursive: true });
  const inOrder = Object.fromEntries(all.flatMap(({ name }) => (stored[name] ? [[name, stored[name]]] : [])));
  writeFileSync(figuresFile, `${JSON.stringify({ programs: inOrder, tables }, undefined, 1)}\n`);
}

try {
  for (const program of onlyStored ? [] : all) {
    if (wanted.length > 0 && !wanted.includes(program.name)) continue;
    const special = program === taggedProgram ? taggedRows : [base];
    stored[program.name] = await measure(program, programs.includes(program) ? rows : special, !quick);
    if (Object.values(dispatchPrograms).includes(program))
      tables[program.name] = await dispatchTables(program);
    keep();
  }
} finally {
  cleanUp();
}

function resultsOf(names: readonly string[]): Results {
  return new Map(names.flatMap((name) => (stored[name] ? [[name, stored[name]]] : [])));
}

const main: Section = {
  title: "The passes",
  rows,
  results: resultsOf(programs.map(({ name }) => name)),
};
const tagged: Section = {
  title: "Tagged pointers",
  rows: taggedRows,
  results: resultsOf([taggedProgram.name]),
};

/** Chained calls against tables: both programs print the same. */
function dispatchTable(): string {
  const { tables: byTables, chained } = dispatchPrograms;
  const [ours] = stored[byTables.name] ?? [];
  const lines = [byTables, chained].map(({ name, file }) => {
    const [one] = stored[name] ?? [];
    const time = one?.seconds && ours?.seconds ? (one.seconds / ours.seconds).toFixed(2) : "–";
    const counted = one && ours ? (one.instructions / ours.instructions).toFixed(2) : "–";
    const before = name === chained.name ? ".94 / .97" : "1.00 / 1.00";
    return `| ${file} | ${time} (${counted}) | ${tables[name] ?? "–"} | ${one?.executable ?? "–"} | ${before} |`;
  });
  return [
    "| | time (instructions) | bytes of tables | executable | in 2006 |",
    "|---|---|---|---|---|",
    ...lines,
  ].join("\n");
}

const missing = all.filter(({ name }) => !stored[name]).map(({ name }) => name);

const text = `# What each optimization is worth

Relative to all passes; instructions, in brackets where time was measured too. By \`npm run bench:passes\`. The column at the
right is what RPython's team measured of its like in 2006, pystone and richards on their interpreter.
${missing.length > 0 ? `\nNot measured yet: ${missing.join(", ")}.\n` : ""}
## Speed

${speedTable(main)}

## Executable · objects · bytes allocated

${memoryTable(main)}

## All passes over none

The C compiler optimizes as well, the more as the program is one file; with \`-O0\` it does not.

${wholeGain(main)}

## Tagged pointers

${speedTable(tagged)}

Executable · objects · bytes:

${memoryTable(tagged)}

## Multimethods: compressed tables, and chained double dispatch

${dispatchTable()}

## Rows that show nothing

${reasons(main)}
`;
console.log(text);
mkdirSync(store, { recursive: true });
writeFileSync(path.join(store, "passes.md"), text);
const names = [...main.results.keys()];
const bars = rows.map(({ label }) => ({
  label,
  values: names.map((name) => relative(main.results, name, label, (one) => one.instructions) ?? Number.NaN),
}));
writeFileSync(path.join(store, "passes.svg"), drawBars(names, bars));

/** Builds a program in many ways and measures each: instructions, time, the executable, objects and bytes allocated. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { build } from "../../src/driver/build.ts";
import { interpretTranslated } from "../../src/driver/commands/interpret.ts";
import { defaultOptions, type TranslateOptions } from "../../src/driver/options.ts";
import { packageRoot } from "../../src/driver/paths.ts";
import { Timings } from "../../src/driver/timings.ts";
import { translate } from "../../src/driver/translate.ts";
import { structLayout } from "../../src/graph/struct-layout.ts";
import { folder, instructions } from "../harness.ts";
import { leastTimes } from "../least-times.ts";
import type { Program } from "./programs.ts";
import type { Row } from "./rows.ts";

export interface Figures {
  readonly label: string;
  readonly instructions: number;
  /** Undefined where time was not measured. */
  readonly seconds?: number | undefined;
  readonly executable: number;
  readonly objects: number;
  readonly bytes: number;
  /** The executable is the first row's, byte by byte. */
  readonly same: boolean;
}

interface Built {
  readonly row: Row;
  readonly executable: string;
  readonly hash: string;
}

/** As many at once as machines have left: while one program is compiled, the next is translated. */
const atOnce = 2;

/** Rows that could not be built are missing. */
export async function measure(program: Program, rows: readonly Row[], timed: boolean): Promise<Figures[]> {
  const built = await buildAll(program, rows);
  const [first] = built;
  if (!first) return [];
  const expected = output([first.executable, ...program.short]);
  const distinct = [...new Map(built.map((one) => [one.hash, one])).values()];
  for (const { row, executable } of distinct) {
    if (output([executable, ...program.short]) !== expected)
      throw new Error(`${program.name} prints something else when it is built as: ${row.label}`);
  }
  console.error(`${program.name}: counting`);
  const counted = new Map(
    distinct.map((one) => [one.hash, instructions([one.executable, ...program.short])]),
  );
  console.error(`${program.name}: timing`);
  const times = timed ? leastTimes(distinct.map((one) => [one.executable, ...program.long])) : [];
  const seconds = new Map(distinct.map((one, at) => [one.hash, times[at]]));
  const allocated = new Map<string, Allocated>();
  return built.map(({ row, executable, hash }) => {
    const graphs = row.sameGraphs ? first : { row, hash };
    if (!allocated.has(graphs.hash))
      allocated.set(graphs.hash, allocatedBy(program, { ...defaultOptions, ...graphs.row.options }));
    return {
      label: row.label,
      instructions: counted.get(hash) ?? Number.NaN,
      seconds: seconds.get(hash),
      executable: statSync(executable).size,
      ...(allocated.get(graphs.hash) as Allocated),
      same: hash === first.hash,
    };
  });
}

async function buildAll(program: Program, rows: readonly Row[]): Promise<Built[]> {
  const built: (Built | undefined)[] = rows.map(() => undefined);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < rows.length; index = next++) {
      const row = rows[index] as Row;
      const executable = path.join(folder, `${program.name}-${index}`);
      console.error(`${program.name}: ${row.label}`);
      try {
        const options = { ...defaultOptions, ...row.options };
        await build(path.join(packageRoot, program.file), executable, options, new Timings());
        const hash = createHash("sha256").update(readFileSync(executable)).digest("hex");
        built[index] = { row, executable, hash };
      } catch (error) {
        console.error(`${program.name}, ${row.label}: ${(error as Error).message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return built.filter((one) => one !== undefined);
}

interface Allocated {
  readonly objects: number;
  readonly bytes: number;
}

/** Counted while the graphs are interpreted: objects in frames take no memory of their own. */
function allocatedBy(program: Program, options: TranslateOptions): Allocated {
  const file = path.join(packageRoot, program.file);
  const { program: graphs } = translate(file, options, new Timings(), "passes");
  let objects = 0;
  let bytes = 0;
  const layouts = new Map<string, { fixedSize: number; itemSize: number }>();
  interpretTranslated(graphs, [file, ...program.short], options, {
    onAllocation(struct, length) {
      let layout = layouts.get(struct.name);
      if (!layout) {
        layout = structLayout(graphs, struct, 8);
        layouts.set(struct.name, layout);
      }
      objects++;
      bytes += Math.ceil((layout.fixedSize + length * layout.itemSize) / 8) * 8;
    },
  });
  return { objects, bytes };
}

function output([command, ...args]: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(command as string, args, { encoding: "utf8" });
  return `${status}\n${stderr}${stdout}`;
}

/** Bytes of the tables that choose methods: those of multimethods, and the methods in the types of a program's classes. */
export async function dispatchTables(program: Program): Promise<number> {
  const executable = path.join(folder, `${program.name}-tables`);
  const file = path.join(packageRoot, program.file);
  const { program: graphs } = await build(file, executable, defaultOptions, new Timings());
  const { stdout } = spawnSync("nm", ["-S", executable], { encoding: "utf8" });
  let bytes = 0;
  for (const [, size = ""] of stdout.matchAll(/^\w+ (\w+) \w \w+_(?:rows|columns|owners|methods)$/gm))
    bytes += Number.parseInt(size, 16);
  const stem = path.basename(program.file, ".ts");
  for (const { name, vtable } of graphs.structs.values())
    if (name.startsWith(`${stem}.`)) bytes += 8 * vtable.length;
  return bytes;
}

/**
 * `npm run bench`: Heddle's programs beside their peers, each pair in one run, as ratios of medians. Programs time
 * themselves where they can (an argument `time`), so that start-up is measured apart.
 *
 *   npm run bench                 everything
 *   npm run bench -- start size   only these sections
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "../src/driver/build.ts";
import { defaultOptions, type TranslateOptions } from "../src/driver/options.ts";
import { packageRoot } from "../src/driver/paths.ts";
import { Timings } from "../src/driver/timings.ts";
import { transpile } from "../src/frontend/transpile.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "heddle-bench-"));
const rounds = 5;

function example(name: string): string {
  return path.join(packageRoot, name);
}

async function native(file: string, options: Partial<TranslateOptions> = {}): Promise<string> {
  const executable = path.join(folder, `${path.basename(file)}-${options.gc ?? "default"}.out`);
  await build(example(file), executable, { ...defaultOptions, ...options }, new Timings());
  return executable;
}

function erased(file: string): string[] {
  return [process.execPath, transpile(example(file), mkdtempSync(path.join(folder, "node-")))];
}

function compiledC(file: string, ...flags: string[]): string {
  const executable = path.join(folder, `${path.basename(file)}${flags.join("")}.out`);
  execFileSync("cc", ["-O3", ...flags, example(file), "-o", executable]);
  return executable;
}

function output(command: readonly string[]): string {
  const [program, ...args] = command as [string, ...string[]];
  return execFileSync(program, args, { encoding: "utf8" });
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Wall seconds of whole processes, in turn, so that a drift of the machine meets all alike. */
function inTurn(commands: readonly (readonly string[])[], count: number): number[] {
  const times = commands.map((): number[] => []);
  for (let round = 0; round < count; round++) {
    commands.forEach(([program, ...args], i) => {
      const start = performance.now();
      spawnSync(program as string, args, { stdio: "ignore" });
      times[i]?.push((performance.now() - start) / 1000);
    });
  }
  return times.map(median);
}

/** What programs print of their own time (first number before a unit in the last matching line), in turn. */
function ownTimes(commands: readonly (readonly string[])[], pattern: RegExp): number[] {
  const times = commands.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [i, command] of commands.entries()) times[i]?.push(Number(pattern.exec(output(command))?.[1]));
  return times.map(median);
}

/** Instructions that callgrind counts for a command. */
function instructions(command: readonly string[]): number {
  const file = path.join(folder, "callgrind.out");
  const args = ["--tool=callgrind", `--callgrind-out-file=${file}`, ...command];
  const { stderr } = spawnSync("valgrind", args, { encoding: "utf8" });
  return Number(/Collected\s*:\s*(\d+)/.exec(stderr)?.[1]);
}

function row(what: string, ...figures: string[]): void {
  console.log(`${what.padEnd(46)} ${figures.join("   ")}`);
}

const seconds = (n: number): string => `${n.toFixed(4)} s`;
const ratio = (a: number, b: number): string => `${(a / b).toFixed(2)} ×`;

const sections: Record<string, () => Promise<void>> = {
  async translate() {
    const timings = new Timings();
    const executable = path.join(folder, "allocatealot.out");
    const command = path.join(packageRoot, "bin/heddle.js");
    const source = example("examples/allocatealot.ts");
    await build(source, executable, defaultOptions, timings);
    console.log(timings.table());
    const whole = [process.execPath, command, "build", source, "-o", executable];
    const again = [process.execPath, command, "run", source, "1"];
    const [cold, cached] = inTurn([whole, again], rounds) as [number, number];
    row("heddle build allocatealot.ts", seconds(cold));
    row("heddle run allocatealot.ts 1, cached", seconds(cached));
  },

  async start() {
    const empty = await native("bench/programs/empty.ts");
    const hello = await native("bench/programs/hello.ts");
    const [c, ours, oursHello] = inTurn([[compiledC("bench/limits/empty.c")], [empty], [hello]], 200) as [
      number,
      number,
      number,
    ];
    row("empty program: start to end", seconds(ours), `C ${seconds(c)}`, ratio(ours, c));
    row("hello: start to end", seconds(oursHello), ratio(oursHello, c));
  },

  async size() {
    const hello = await native("bench/programs/hello.ts");
    row("hello: bytes of the binary", String(statSync(hello).size));
    const { stderr } = spawnSync("/usr/bin/env", ["time", "-f", "%M", hello], { encoding: "utf8" });
    if (/^\d+$/m.test(stderr)) row("hello: resident", `${/^\d+$/m.exec(stderr)?.[0]} KB`);
  },

  async allocate() {
    const ours = await native("examples/allocatealot.ts");
    for (const initialize of ["0", "1"]) {
      const few = instructions([ours, "1000000", initialize]);
      const many = instructions([ours, "3000000", initialize]);
      const limit = compiledC(
        "bench/limits/bump-limit.c",
        ...(initialize === "1" ? ["-DUNROLL=4", "-DINIT"] : []),
      );
      const [a, b] = ownTimes(
        [
          [ours, "300000000", initialize],
          [limit, "300000000"],
        ],
        /([\d.]+) GB\/s/,
      ) as [number, number];
      row(
        `allocatealot, field ${initialize === "1" ? "written" : "not written"}`,
        `${((many - few) / 2e6).toFixed(2)} instructions an object`,
        `${a.toFixed(1)} GB/s`,
        `${ratio(a, b)} the limit`,
      );
    }
  },

  /** Ratios below 1 say that Heddle is faster. Enough rounds that Node has warmed up. */
  async node() {
    const cases = [
      ["examples/richards.ts", ["1000", "time"], /([\d.]+) ms an iteration/],
      ["examples/nbody.ts", ["2000000", "time"], /([\d.]+) s/],
      ["examples/bytecode.ts", ["300", "time"], /([\d.]+) s/],
    ] as const;
    for (const [file, args, pattern] of cases) {
      const oracle = erased(file);
      const script = readFileSync(oracle[1] as string, "utf8");
      // Declared fields without initialisers start as undefined, which makes V8 keep their doubles in boxes: a
      // second script without those declarations shows Node at its best.
      const bare = path.join(folder, `${path.basename(file)}.bare.mjs`);
      writeFileSync(bare, script.replace(/^ +(?!break|continue|return)\w+;$/gm, ""));
      const typeless = path.join(folder, path.basename(file).replace(/\.ts$/, ".js"));
      writeFileSync(typeless, script);
      const ourErased = `${typeless}.out`;
      await build(typeless, ourErased, defaultOptions, new Timings());
      const commands = [[await native(file)], [ourErased], oracle, [process.execPath, bare]];
      const times = ownTimes(
        commands.map((command) => [...command, ...args]),
        pattern,
      );
      const [ours, untyped, node, best] = times as [number, number, number, number];
      row(
        `${path.basename(file)} against Node`,
        ratio(ours, node),
        `Node without bare fields ${ratio(ours, best)}`,
        `types erased against typed ${ratio(untyped, ours)}`,
      );
    }
  },
};

const chosen = process.argv.slice(2);
try {
  for (const [name, section] of Object.entries(sections)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    console.log(`\n${name}`);
    await section();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

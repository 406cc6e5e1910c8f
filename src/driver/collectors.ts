/**
 * Which collector a program gets: one of ours by its name, or one of the user's own by the file that describes it.
 *
 *   --gc=./mine/mine.ts       export const mine: OwnCollector = { name: "mine", traits: { … }, runtime: "./runtime.ts" };
 */
import path from "node:path";
import type { Collector, CollectorTraits, OwnCollector } from "../collectors/collector.ts";
import { collectorNamed, collectors } from "../collectors/registry.ts";
import { tsc } from "../frontend/checker/typescript.ts";
import { ops } from "../graph/ops.ts";
import { printProgram } from "../graph/print.ts";
import type { Program } from "../graph/program.ts";
import { InternalFault } from "../source/messages.ts";
import { printSpan } from "../source/span.ts";
import { Library } from "./library.ts";
import { libraryFile } from "./paths.ts";
import { UsageFault } from "./usage-fault.ts";
import { readInput } from "./user-files.ts";

interface Loaded {
  readonly collector: Collector;
  readonly text: string;
  readonly files: readonly string[];
}

const loaded = new Map<string, Loaded>();

/** `--gc` names a file. */
export function isOwnCollector(gc: string): boolean {
  return /[\\/]|\.[cm]?[jt]s$/.test(gc);
}

/** The collector of that name, or a usage error that lists all. */
export function chosenCollector(gc: string): Collector {
  if (isOwnCollector(gc)) {
    const found = loaded.get(gc);
    if (!found) throw new InternalFault(`the collector ${gc} was not loaded`);
    return found.collector;
  }
  const collector = collectorNamed(gc);
  if (!collector) {
    const names = collectors.map(({ name }) => name).join(", ");
    throw new UsageFault(
      `there is no collector \`${gc}\`; choose ${names}, or the file of one of your own: ./${gc}.ts`,
    );
  }
  return collector;
}

/** The graphs of a collector's runtime. */
export function collectorLibrary(collector: Collector): Library {
  for (const one of loaded.values()) if (one.collector === collector) return new Library(one.text);
  return Library.read(libraryFile(collector.name));
}

/** The files of a collector of the user's own, for those who ask whether one has changed. */
export function collectorFiles(gc: string): readonly string[] {
  return loaded.get(gc)?.files ?? [];
}

/** Translates a collector of the user's own; before a translation that chooses it. */
export async function loadCollector(gc: string): Promise<void> {
  if (!isOwnCollector(gc) || loaded.has(gc)) return;
  const own = await readOwnCollector(gc);
  const { translateLibrary } = await import("./translate-library.ts");
  const runtime = ownRuntime(gc, own);
  readInput(runtime);
  const prefix = `collectors.${own.name}`;
  const { program, sources } = translateLibrary([runtime], { folder: path.dirname(runtime), prefix });
  const base = path.basename(runtime).replace(/\.[^.]*$/, "");
  if (base !== "runtime") throw new UsageFault(`the runtime of \`${gc}\` has to be a file runtime.ts`);
  for (const name of neededFunctions(own.traits))
    if (!program.functions.has(`${prefix}.runtime.${name}`))
      throw new UsageFault(
        `\`${runtime}\` exports no function \`${name}\`, which the traits of \`${gc}\` ask for`,
      );
  refuseAllocations(gc, program, prefix);
  const { name, traits } = own;
  loaded.set(gc, {
    collector: { name, traits },
    text: printProgram(program),
    files: [gc, ...sources.keys()].map((file) => path.resolve(file)),
  });
}

/** A collector has no collector that could find memory for it. */
function refuseAllocations(gc: string, program: Program, prefix: string): void {
  for (const { name, displayName, blocks } of program.functions.values())
    for (const { op, span } of name.startsWith(`${prefix}.`) ? blocks.flatMap((one) => one.operations) : [])
      if (ops[op].effect === "allocates")
        throw new UsageFault(
          `the collector \`${gc}\` makes an object itself, in \`${displayName}\`${span ? ` at ${printSpan(span)}` : ""}: keep addresses, and take memory by reserveSpace or allocateBytes of heddle/memory`,
        );
}

/** Where the algorithm of a collector stands. */
export function ownRuntime(gc: string, { runtime }: OwnCollector): string {
  return path.resolve(path.dirname(gc), runtime);
}

/** What a file says of the collector that it describes. */
export async function readOwnCollector(gc: string): Promise<OwnCollector> {
  const { outputText } = tsc.transpileModule(readInput(gc), {
    compilerOptions: { target: tsc.ScriptTarget.ES2022, module: tsc.ModuleKind.ESNext },
  });
  let exported: Record<string, unknown>;
  try {
    exported = (await import(`data:text/javascript,${encodeURIComponent(outputText)}`)) as typeof exported;
  } catch (error) {
    const reason = (error as Error).message.split(/ from "data:|[\n:]/)[0];
    throw new UsageFault(`\`${gc}\` is no description of a collector, which imports types only: ${reason}`);
  }
  const found = Object.values(exported).find(
    (one): one is OwnCollector => typeof one === "object" && one !== null && "traits" in one,
  );
  if (!found)
    throw new UsageFault(
      `\`${gc}\` exports no collector: write export const mine = { name: "mine", traits: { … }, runtime: "./runtime.ts" }`,
    );
  checkOwn(gc, found);
  return found;
}

/** What each trait may be. */
const choices: { readonly [K in keyof CollectorTraits]-?: readonly CollectorTraits[K][] } = {
  moves: [true, false],
  writeBarrier: ["none", "before-store", "counts"],
  bumpAllocates: [true, false],
  roots: ["shadow-stack", "none"],
  pins: ["always", "by-call", "never"],
  stopsAtSeenFrames: [undefined, true, false],
  library: [undefined],
  identityHash: [undefined, "address", "address-complement"],
};

function checkOwn(gc: string, { name, traits, runtime }: OwnCollector): void {
  if (typeof name !== "string" || !/^[A-Za-z]\w*$/.test(name))
    throw new UsageFault(`the collector of \`${gc}\` needs a name of letters and digits`);
  if (collectorNamed(name))
    throw new UsageFault(`\`${gc}\` has the name of a collector of ours: \`${name}\``);
  if (typeof runtime !== "string")
    throw new UsageFault(`\`${gc}\` does not say where its runtime is: runtime: "./runtime.ts"`);
  for (const [trait, allowed] of Object.entries(choices)) {
    const value: unknown = traits[trait as keyof CollectorTraits];
    if ((allowed as readonly unknown[]).includes(value)) continue;
    const list = allowed.filter((one) => one !== undefined).map((one) => JSON.stringify(one));
    throw new UsageFault(
      list.length === 0
        ? `\`${gc}\`: a collector of one's own cannot be a linked library`
        : `\`${gc}\`: the trait \`${trait}\` is ${JSON.stringify(value)}; choose ${list.join(" or ")}`,
    );
  }
}

/** What a runtime with such traits exports. */
function neededFunctions({ writeBarrier, pins, identityHash }: CollectorTraits): string[] {
  return [
    ...["initialize", "allocateSlow", "collect"],
    ...(writeBarrier === "before-store" ? ["writeBarrier", "writeBarrierItems"] : []),
    ...(writeBarrier === "counts"
      ? ["countReference", "countValue", "countFirst", "countCopy", "countClear"]
      : []),
    ...(pins === "by-call" ? ["pin"] : []),
    ...(identityHash === undefined ? ["identityHash"] : []),
  ];
}

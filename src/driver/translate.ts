/**
 * From source files to C text: the stages in order. `pipeline.ts` lists the passes; the command line is in `commands/`.
 */
import path from "node:path";
import { annotate } from "../annotate/annotate.ts";
import { emitC } from "../backend/c/emit-c.ts";
import type { Collector } from "../collectors/collector.ts";
import { frontend } from "../frontend/frontend.ts";
import type { Operation } from "../graph/graph.ts";
import { printProgram } from "../graph/print.ts";
import type { Program } from "../graph/program.ts";
import { assertVerified } from "../graph/verify.ts";
import { lower } from "../lower/lower.ts";
import type { Message } from "../source/messages.ts";
import { Remarks } from "../source/remarks.ts";
import { splitFunctions } from "../suspend/split-functions.ts";
import type { Sampling } from "../weave/sampling.ts";
import { asks } from "../weave/services.ts";
import { weave } from "../weave/weave.ts";
import { chosenCollector, collectorLibrary } from "./collectors.ts";
import { Library, linkLibrary } from "./library.ts";
import type { TranslateOptions } from "./options.ts";
import { debuggerScript, libraryFile, packageRoot, settledLibraryFile } from "./paths.ts";
import { pipeline, runPasses } from "./pipeline.ts";
import { Places } from "./places.ts";
import { RefusedProgram } from "./refused-program.ts";
import type { Timings } from "./timings.ts";
import { UsageFault } from "./usage-fault.ts";

/** The stages after which `heddle graph` can print a program. */
export const stages = ["frontend", "annotate", "lower", "link", "passes", "weave"] as const;
export type Stage = (typeof stages)[number];

/** The program's function that prints an uncaught exception. */
export const reportFunction = "runtime.exceptions.reportUncaught";

export interface Translation {
  readonly program: Program;
  /** Names of the files that were read, as shown, with their text. */
  readonly sources: ReadonlyMap<string, string>;
  readonly remarks: Remarks;
  /** Of all code, in a program that can be profiled. */
  readonly places?: Places | undefined;
  /** Warnings. */
  readonly messages: readonly Message[];
}

/** Is told of the program after each stage and pass. */
export type Watch = (stage: string, program: Program) => void;

interface Hooks {
  readonly watch?: Watch | undefined;
  /** Where texts come from before the disk is asked. */
  readonly readFile?: (name: string) => string | undefined;
}

/** Options that name something name something that exists, whether or not it would be used. */
function checkNames({ gc, printAfter, without, profile, debug }: TranslateOptions): void {
  chosenCollector(gc);
  const passes = new Set<string>(pipeline.map(({ pass }) => pass.name));
  const places = new Set<string>([...stages, ...passes]);
  for (const place of printAfter)
    if (!places.has(place))
      throw new UsageFault(`there is no stage or pass \`${place}\`; choose ${[...places].join(", ")}`);
  if (profile && debug)
    throw new UsageFault("`--profile` and `--debug` cannot be had at once: build the program twice");
  for (const name of without)
    if (!passes.has(name))
      throw new UsageFault(`there is no pass \`${name}\`; choose ${[...passes].join(", ")}`);
}

/**
 * Runs the stages up to and with `until`. Throws `RefusedProgram` where the program is wrong, `InternalFault` where
 * Heddle is.
 */
export function translate(
  file: string,
  options: TranslateOptions,
  timings: Timings,
  until: Stage = "weave",
  { watch, readFile }: Hooks = {},
): Translation {
  checkNames(options);
  const { allowSystem, tagged } = options;
  const found = timings.run("frontend", () =>
    frontend(file, readFile ? { allowSystem, tagged, readFile } : { allowSystem, tagged }),
  );
  const { messages, sources } = found;
  const remarks = new Remarks();
  const refuse = (): void => {
    if (messages.hasErrors) throw new RefusedProgram(messages.all, sources);
  };
  const check = (stage: string, program: Program): void => {
    if (options.printAfter.includes(stage))
      process.stderr.write(`; after ${stage}\n${printProgram(program)}\n`);
    // Until it is linked a lowered program names functions of the run-time that it does not hold.
    if (options.verify) assertVerified(program, stage, { linked: stage !== "lower" });
    watch?.(stage, program);
  };
  refuse();
  let program = found.program;
  timings.run("frontend", () => splitFunctions(program));
  check("frontend", program);
  if (until === "frontend") return { program, sources, remarks, messages: messages.all };

  program = timings.run("annotate", () => annotate(program, { messages }));
  refuse();
  check("annotate", program);
  if (until === "annotate") return { program, sources, remarks, messages: messages.all };

  program = timings.run("lower", () => lower(program, { wordSize: 8, messages }));
  refuse();
  check("lower", program);
  if (until === "lower") return { program, sources, remarks, messages: messages.all };

  timings.run("link", () =>
    linkLibrary(program, Library.read(chosenLibrary("runtime", options)), [reportFunction]),
  );
  check("link", program);
  if (until === "link") return { program, sources, remarks, messages: messages.all };

  const places = options.profile ? new Places(program) : undefined;
  timings.run("passes", () =>
    runPasses(program, options, { remarks, after: (pass) => check(pass, program) }),
  );
  check("passes", program);
  if (until === "passes") return { program, sources, remarks, messages: messages.all };

  timings.run("weave", () => weaveCollector(program, chosenCollector(options.gc), { ...options, remarks }));
  check("weave", program);
  return { program, sources, remarks, messages: messages.all, places };
}

/** Unless passes are chosen one by one, the library need not be optimized again. */
function chosenLibrary(name: string, { level, without }: TranslateOptions): URL {
  return level >= 2 && without.length === 0 ? settledLibraryFile(name) : libraryFile(name);
}

/** The generated function that prepares the collector before the program starts. */
export const initializeFunction = "heddle.initializeCollector";

interface WeaveChoices extends Pick<TranslateOptions, "level" | "profile"> {
  readonly remarks?: Remarks;
}

/** Links a collector's runtime and weaves it in. */
export function weaveCollector(
  program: Program,
  collector: Collector,
  { level, profile, remarks }: WeaveChoices = { level: 2, profile: false },
): Program {
  const fold = level >= 2;
  const { traits } = collector;
  const before = new Set(program.functions.keys());
  const added = (): Set<string> => new Set([...program.functions.keys()].filter((name) => !before.has(name)));
  if (traits.library) {
    const sampling = profile ? addSampler(program) : undefined;
    return weave(program, {
      wordSize: 8,
      traits: weaveTraits(collector),
      fold,
      allocateSlow: undefined,
      identityHash: undefined,
      collect: undefined,
      pin: undefined,
      dumpHeap: undefined,
      writeBarrier: undefined,
      counts: undefined,
      sampling,
      collectorFunctions: added(),
    });
  }
  const prefix = `collectors.${collector.name}.runtime`;
  const library = collectorLibrary(collector);
  const entry = program.entry;
  addInitializer(program, `${prefix}.initialize`);
  program.entry = initializeFunction;
  const identityHash =
    traits.identityHash === undefined && asks(program, "ref_identity") ? `${prefix}.identityHash` : undefined;
  const roots = [`${prefix}.allocateSlow`, `${prefix}.collect`];
  if (identityHash !== undefined) roots.push(identityHash);
  const pin = traits.pins === "by-call" && asks(program, "pin") ? `${prefix}.pin` : undefined;
  if (pin !== undefined) roots.push(pin);
  const dumpHeap =
    traits.roots === "shadow-stack" && (profile || asks(program, "dump_heap")) ? writeSnapshot : undefined;
  const writeBarrier =
    traits.writeBarrier === "before-store"
      ? { object: `${prefix}.writeBarrier`, items: `${prefix}.writeBarrierItems` }
      : undefined;
  if (writeBarrier) roots.push(writeBarrier.object, writeBarrier.items);
  const counts = traits.writeBarrier === "counts" ? countFunctions(prefix) : undefined;
  if (counts) roots.push(...Object.values(counts));
  linkLibrary(program, library, roots);
  // Modules of the run-time may allocate when they begin: the program starts them, when the collector is ready.
  program.entry = entry;
  if (dumpHeap !== undefined) linkLibrary(program, Library.read(libraryFile("runtime")), [dumpHeap]);
  const sampling = profile ? addSampler(program) : undefined;
  return weave(program, {
    wordSize: 8,
    traits: weaveTraits(collector),
    fold,
    allocateSlow: `${prefix}.allocateSlow`,
    identityHash,
    collect: `${prefix}.collect`,
    pin,
    dumpHeap,
    writeBarrier,
    counts,
    sampling,
    remarks,
    collectorFunctions: added(),
  });
}

/** The function that writes a picture of the heap (runtime/heap). */
const writeSnapshot = "runtime.heap.snapshot.writeSnapshot";
const sampler = "runtime.profile.sampler";

/** The sampler is woven as little as the collector, and starts before the program: behind its modules, which linking puts first. */
function addSampler(program: Program): Sampling {
  const names = {
    before: `${sampler}.beforeAllocation`,
    share: `${sampler}.beforeShare`,
    after: `${sampler}.afterAllocation`,
  };
  const start = { function: `${sampler}.start` };
  const call: Operation = { op: "call", args: [], result: undefined, attributes: start, span: undefined };
  program.functions.get(program.entry)?.blocks[0]?.operations.unshift(call);
  const roots = [...Object.values(names), start.function, `${sampler}.tick`, `${sampler}.finish`];
  linkLibrary(program, Library.read(libraryFile("runtime")), roots);
  return names;
}

function countFunctions(prefix: string): NonNullable<Parameters<typeof weave>[1]["counts"]> {
  return {
    reference: `${prefix}.countReference`,
    value: `${prefix}.countValue`,
    first: `${prefix}.countFirst`,
    copy: `${prefix}.countCopy`,
    clear: `${prefix}.countClear`,
  };
}

function weaveTraits({ traits }: Collector): Parameters<typeof weave>[1]["traits"] {
  const { bumpAllocates, roots, pins, library, stopsAtSeenFrames = false } = traits;
  const known = { bumpAllocates, roots, pins, stopsAtSeenFrames };
  return library ? { ...known, library } : known;
}

function addInitializer(program: Program, initialize: string): void {
  program.functions.set(initializeFunction, {
    name: initializeFunction,
    displayName: initializeFunction,
    blocks: [
      {
        params: [],
        operations: [
          { op: "call", args: [], result: undefined, attributes: { function: initialize }, span: undefined },
        ],
        exit: { kind: "return", value: undefined },
      },
    ],
    result: "void",
    captures: 0,
    hasThis: false,
    typeParameters: [],
    system: true,
    notes: {},
    span: undefined,
  });
}

/** Spans of the shipped library are relative to the package, all others to where we are. */
function absoluteSource(shown: string, sources: Translation["sources"]): string {
  const ours = !sources.has(shown) && /^src\/(?:runtime|collectors)\//.test(shown);
  return path.resolve(ours ? packageRoot : ".", shown);
}

/** The C texts of a woven program and the libraries that it links. */
export function toC(
  { program, sources, places }: Pick<Translation, "program" | "sources" | "places">,
  options: TranslateOptions,
): { texts: string[]; libraries: string[] } {
  const collector = chosenCollector(options.gc);
  const library = collector.traits.library;
  const prologue = library
    ? [
        `#include <${library.header}>`,
        ...[library.allocate, library.allocateWithoutPointers].map(
          (name) => `#define heddle_${name}(size) ((int64_t)(intptr_t)${name}(size))`,
        ),
        `#define heddle_${library.collect}() ${library.collect}()`,
      ]
    : [];
  const texts = emitC(program, {
    debug: options.debug ? { script: debuggerScript } : undefined,
    sourceFile: (shown) => absoluteSource(shown, sources),
    profile: places && { places, tick: `${sampler}.tick`, finish: `${sampler}.finish` },
    initialize: library ? undefined : initializeFunction,
    nativeInitialize: library?.initialize,
    report: program.functions.has(reportFunction) ? reportFunction : undefined,
    prologue: [
      ...prologue,
      `#define HEDDLE_GC_STRESS ${options.gcStress}`,
      `#define HEDDLE_GC_CHECK ${Number(options.gcCheck)}`,
    ],
    // Tools that look into a program, and people who read its C, have it in one piece.
    divided: options.keepC === undefined && !options.debug && !options.profile,
  });
  return { texts, libraries: library ? [library.name] : [] };
}

/**
 * A woven program as one C translation unit:
 *
 *   heddle.h | structs | declarations | type infos, strings, statics, globals | heddle.c | functions
 *
 * One unit, so that the C compiler sees every caller and drops what nobody uses. A large program is divided (units.ts):
 * then the first has the data and heddle.c, and all others declare them.
 */
import { readFileSync } from "node:fs";
import { classIntervals } from "../../graph/class-intervals.ts";
import type { Graph } from "../../graph/graph.ts";
import { firstPlaceLine } from "../../graph/place-lines.ts";
import type { Program } from "../../graph/program.ts";
import { settingNames, settingPrefix, settings, stateFields } from "../../graph/state-layout.ts";
import { stops } from "../../source/stops.ts";
import {
  checkLayouts,
  declareGlobals,
  declareType,
  defineGlobals,
  defineStatic,
  defineString,
  defineType,
  emitStructs,
  rootedGlobals,
} from "./data.ts";
import { emitDispatcher } from "./dispatchers.ts";
import { emitFunction, functionHead, type LineDirective } from "./functions.ts";
import { cName, cString } from "./names.ts";
import { LocalNames, type References } from "./operands.ts";
import {
  emitFunctionTable,
  emitGlobalNames,
  emitPlaceTable,
  emitTypeTable,
  type PlaceNumbers,
  tableFunction,
} from "./tables.ts";
import { machineTypedefs } from "./types.ts";
import { divide, oneUnit, type Units } from "./units.ts";

export interface EmitOptions {
  /** Write `#line` directives that lead to the TypeScript source, and use its names. */
  readonly debug: DebugOptions | undefined;
  /** The collector's function that runs before the program, if it has one. */
  readonly initialize: string | undefined;
  /** A linked collector's C function that runs before everything else. */
  readonly nativeInitialize: string | undefined;
  /** The program's function that prints an uncaught exception (parameter: the value thrown). */
  readonly report: string | undefined;
  /** What a program needs that can be profiled. */
  readonly profile: ProfileOptions | undefined;
  /** The file of a span as debuggers and viewers of profiles find it. */
  readonly sourceFile: (shown: string) => string;
  /** Lines for the head of the file, such as the header of a linked collector. */
  readonly prologue: readonly string[];
  /** A large program becomes several units. */
  readonly divided: boolean;
}

export interface ProfileOptions {
  readonly places: PlaceNumbers;
  readonly tick: string;
  readonly finish: string;
}

export interface DebugOptions {
  /** Python for gdb that shows our values. */
  readonly script: string;
}

/** What has no place in the source stands there for debuggers. */
const generatedCode = '#line 1 "heddle-generated.c"';

function nativeSource(name: string): string {
  return readFileSync(new URL(`./native/${name}`, import.meta.url), "utf8");
}

/** The native part's services that a program seldom uses stand in files of their own. */
const optionalSources = [
  nativeSource("host.c"),
  nativeSource("log.c"),
  nativeSource("protect.c"),
  nativeSource("profile.c"),
];

/** Those with a service that the program uses. */
function usedNatives(program: Program): Set<unknown> {
  const used = new Set<unknown>();
  for (const { blocks } of program.functions.values())
    for (const { operations } of blocks)
      for (const { op, attributes } of operations) if (op === "call_native") used.add(attributes.name);
  return used;
}

function usedSources(used: ReadonlySet<unknown>): string[] {
  return optionalSources.filter((text) => [...used].some((name) => text.includes(` heddle_${name}(`)));
}

/** The C texts of a program's translation units. One alone is complete: it compiles with `-lm`. */
export function emitC(program: Program, options: EmitOptions): string[] {
  const references: References = {
    strings: new Map(),
    types: new Set(),
    statics: new Set(),
    dispatchers: new Map(),
  };
  const line = lineDirectives(options);
  const { units, shared } = options.divided ? dividedUnits(program, options) : oneUnit(program);
  const texts = new Map<Graph, string>();
  for (const one of program.functions.values())
    texts.set(one, emitFunction(one, references, { sourceNames: options.debug !== undefined, line, shared }));
  const natives = usedNatives(program);
  const globals = defineGlobals(program, references);
  const statics: string[] = [];
  // A static object may name further ones: the set grows while we walk it.
  for (const name of references.statics) statics.push(defineStatic(program, name, references));
  const intervals = classIntervals(program);
  const structs = [...program.structs.values()];
  const types = structs.map((one) => defineType(program, one, intervals.get(one.name) ?? [0, 0]));
  const strings = [...references.strings].map(([text, symbol]) => defineString(program, symbol, text));
  const dispatchers = [...references.dispatchers].map(([symbol, methods]) =>
    emitDispatcher(program, symbol, methods),
  );
  const head = [
    ...options.prologue,
    ...defines(program, options),
    ...(line ? ['#line 1 "heddle.h"'] : []),
    nativeSource("heddle.h"),
    machineTypedefs,
    ...(options.debug ? [debuggerScript(options.debug.script)] : []),
    ...emitStructs(program),
    ...structs.map((one) => declareType(program, one)),
  ];
  const data = [
    ...checkLayouts(program),
    ...strings,
    ...statics,
    ...types,
    ...globals,
    ...dispatchers,
    ...selfDescription(program, natives, options),
    // The native part is no user code: its lines are its own.
    ...(line ? ['#line 1 "heddle.c"'] : []),
    nativeSource("heddle.c"),
    ...usedSources(natives),
  ];
  const elsewhere = [...declareData(references), ...declareGlobals(program), ...dispatchers];
  return units.map(({ functions }, index) => {
    const own = new Set(functions);
    const declared = [...program.functions.values()].filter((one) => shared.has(one.name) || own.has(one));
    const sections = [
      ["#define _GNU_SOURCE", ...visibility(units.length, index)],
      head,
      declared.map((one) => `${functionHead(one, new LocalNames(), shared)};`),
      index === 0 ? data : elsewhere,
      functions.map((one) => texts.get(one) as string),
    ];
    return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
  });
}

function defines(program: Program, options: EmitOptions): string[] {
  return [
    `#define HEDDLE_STATE_FIELDS ${stateFields.map((one) => `HEDDLE_STATE_FIELD(${one})`).join(" ")}`,
    `#define HEDDLE_SETTINGS ${settings.map(settingOf).join(", ")}`,
    `#define HEDDLE_SETTING_PREFIX ${cString(settingPrefix)}`,
    `#define HEDDLE_SETTING_NAMES ${cString(settingNames)}`,
    `#define HEDDLE_INTEGER_RANGE_CODE ${stops.integerRange.exitCode}`,
    `#define HEDDLE_INTEGER_RANGE_TEXT ${cString(stops.integerRange.sentence)}`,
    `#define HEDDLE_INTERNAL_CODE ${stops.internal.exitCode}`,
    `#define HEDDLE_OUT_OF_MEMORY_CODE ${stops.outOfMemory.exitCode}`,
    `#define HEDDLE_ENTRY ${cName("f", program.entry)}`,
    `#define HEDDLE_INITIALIZE_COLLECTOR ${initializer(options)}`,
    `#define HEDDLE_PROFILES ${Number(options.profile !== undefined)}`,
    ...(options.profile
      ? [
          `#define HEDDLE_TICK(pc, frame) ${cName("f", options.profile.tick)}(pc, frame)`,
          `#define HEDDLE_FINISH() ${cName("f", options.profile.finish)}()`,
        ]
      : ["#define HEDDLE_FINISH() ((void)0)"]),
    `#define HEDDLE_REPORT(value) ${options.report ? `${cName("f", options.report)}(value)` : "(void)(value)"}`,
  ];
}

/** How functions and variables that all units name are marked: where there is but one, it keeps them to itself. */
function visibility(units: number, index: number): string[] {
  const [functions, variables] = units === 1 ? ["static", "static"] : ["", index === 0 ? "" : "extern"];
  return [`#define HEDDLE_SHARED ${functions}`, `#define HEDDLE_VARIABLE ${variables}`];
}

/** Prebuilt objects that the first unit defines: only their addresses are of use. */
function declareData({ strings, statics }: References): string[] {
  const names = [...strings.values(), ...[...statics].map((one) => cName("static", one))];
  return names.map((one) => `extern char ${one}[];`);
}

function dividedUnits(program: Program, { prologue, initialize, report }: EmitOptions): Units {
  const anywhere = [...prologue, nativeSource("heddle.h")].join("\n");
  const needsFirst = ({ blocks }: Graph): boolean =>
    blocks.some(({ operations }) =>
      operations.some(
        ({ op, attributes }) => op === "call_native" && !anywhere.includes(` heddle_${attributes.name}(`),
      ),
    );
  const first = [program.entry, initialize, report].filter((one) => one !== undefined);
  return divide(program, first, needsFirst);
}

/** What leads from a line of C to its place in the source, if anybody wants to know. */
function lineDirectives({ debug, profile, sourceFile }: EmitOptions): LineDirective | undefined {
  if (profile) {
    return (span, graph) => `#line ${firstPlaceLine + profile.places.number(span, graph)} "heddle-places"`;
  }
  return debug && ((span) => (span ? `#line ${span.line} ${cString(sourceFile(span.file))}` : generatedCode));
}

/** The tables by which debuggers, profilers and pictures of the heap know the program. */
function selfDescription(
  program: Program,
  natives: ReadonlySet<unknown>,
  { debug, profile, sourceFile }: EmitOptions,
): string[] {
  if (!debug && !profile && !natives.has("table")) return [];
  return [
    emitTypeTable(program),
    emitFunctionTable(program, sourceFile),
    emitGlobalNames(rootedGlobals(program)),
    emitPlaceTable(profile?.places.rows ?? [], sourceFile),
    tableFunction,
  ];
}

/** The section from which gdb learns that it shall load a file. */
function debuggerScript(file: string): string {
  const section = '.pushsection \\".debug_gdb_scripts\\", \\"MS\\",@progbits,1';
  return `__asm__("${section}\\n.byte 1\\n.asciz " ${cString(cString(file))} "\\n.popsection\\n");`;
}

function initializer(options: EmitOptions): string {
  if (options.nativeInitialize) return `${options.nativeInitialize}()`;
  return options.initialize ? `${cName("f", options.initialize)}()` : "(void)0";
}

function settingOf({ suffix, field, unit }: (typeof settings)[number]): string {
  return `{${cString(`${settingPrefix}${suffix}=`)}, &heddle_state.${field}, ${unit === "factor" ? 1000 : 1}}`;
}

/**
 * What a program can tell about itself, for debuggers, profilers and pictures of the heap: its types with their fields,
 * its functions with their places. Nothing of it is in a program that none of these is meant to look at.
 *
 * A type's fields are texts one after the other, an empty one at the end: the storage's letter, the offset, a colon,
 * the name. Items come first, as a field without a name at the offset of the first one.
 */
import { functionTitle } from "../../graph/function-title.ts";
import type { Graph } from "../../graph/graph.ts";
import type { Program, StorageType, Struct } from "../../graph/program.ts";
import { structLayout } from "../../graph/struct-layout.ts";
import {
  bigIntStruct,
  bytesStruct,
  listStruct,
  ropeStruct,
  stringStruct,
  symbolStruct,
} from "../../graph/well-known.ts";
import type { Span } from "../../source/span.ts";
import { cName, cString } from "./names.ts";

/** As gdb/heddle.py and runtime/diagnosis/type-names.ts read them. */
const letters: Partial<Record<StorageType, string>> = {
  int: "i",
  float: "d",
  bool: "b",
  ref: "r",
  value: "v",
  code: "c",
  u8: "1",
  u16: "2",
  u32: "4",
  i32: "4",
};

/** `heddle_types`: ended by a row of zeros. */
export function emitTypeTable(program: Program): string {
  const rows = [...program.structs.values()].map((struct) => {
    const names = [struct.displayName, shownName(struct), fieldTexts(program, struct)].map(cString);
    return `{ &${cName("type", struct.name)}, ${names.join(", ")} },`;
  });
  return [
    "static const struct { const void *type; const char *name, *shown, *fields; } heddle_types[] __attribute__((used)) = {",
    ...rows,
    "{ 0, 0, 0, 0 } };",
  ].join("\n");
}

/** What objects of the run-time's own types are to people. */
const shownNames: Readonly<Record<string, string>> = {
  [stringStruct]: "string",
  [ropeStruct]: "string (joined)",
  [bigIntStruct]: "bigint",
  [symbolStruct]: "symbol",
  [bytesStruct]: "bytes",
  [listStruct]: "Array",
};

const mostShownFields = 4;

function shownName({ name, displayName, fields, item }: Struct): string {
  const known = shownNames[name];
  if (known !== undefined) return known;
  if (item !== undefined) return "items of an Array";
  if (displayName === "Function") return `Function ${name}`;
  if (displayName !== "Object") return displayName;
  const own = fields.map((one) => one.name).filter((one) => !one.startsWith("#"));
  const more = own.length > mostShownFields ? [...own.slice(0, mostShownFields), "…"] : own;
  return `{${more.join(", ")}}`;
}

function fieldTexts(program: Program, struct: Struct): string {
  const layout = structLayout(program, struct, 8);
  const items = struct.item === undefined ? [] : [`${letters[struct.item]}${layout.fixedSize}:`];
  const fields = layout.fields.map(({ name, type }) => `${letters[type]}${layout.offsets.get(name)}:${name}`);
  // C adds the last zero byte.
  return [...items, ...fields].map((text) => `${text}\0`).join("");
}

/** A place in the source and, from 1, the number of the place to which it was inlined; 0 where it was not. */
export interface PlaceRow {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly outer: number;
}

/** `heddle_global_names`: the roots among the globals, in their order, then the exception on its way. */
export function emitGlobalNames(names: readonly string[]): string {
  const texts = [...names, "(exception)"].map(cString);
  return `static const char *const heddle_global_names[] = { ${texts.join(", ")} };`;
}

/** The native service `table`: by these numbers runtime/profile and runtime/heap ask for them. */
export const tableFunction = [
  "static int64_t heddle_table(int64_t which) {",
  "  const void *tables[] = {heddle_types, heddle_functions, heddle_places, heddle_global_names};",
  "  return (int64_t)(intptr_t)tables[which];",
  "}",
].join("\n");

/** Gives places their numbers, from 1; 0 is no place. `within` is where code has come by inlining. */
export interface PlaceNumbers {
  readonly rows: readonly PlaceRow[];
  number(span: Span | undefined, within: Graph): number;
}

/** `heddle_places`: places, each with the calls through which it was inlined. */
export function emitPlaceTable(places: readonly PlaceRow[], sourceFile: (shown: string) => string): string {
  const rows = places.map(
    ({ name, file, line, outer }) => `{ ${outer}, ${cString(name)}, ${cString(sourceFile(file))}, ${line} },`,
  );
  return [
    "static const struct { int64_t outer; const char *name, *file; int64_t line; } heddle_places[] = {",
    ...rows,
    "{ 0, 0, 0, 0 } };",
  ].join("\n");
}

/** The function that runs all modules. */
export const programName = "program";

/** `heddle_functions`: symbols, what people call them, and where they stand. No address is taken: that would keep them. */
export function emitFunctionTable(program: Program, sourceFile: (shown: string) => string): string {
  const rows = [...program.functions.values()].map((graph) => {
    const { name, span } = graph;
    const shown = name === program.entry ? programName : functionTitle(graph);
    const texts = [cName("f", name), shown, span ? sourceFile(span.file) : ""].map(cString);
    return `{ ${texts.join(", ")}, ${span?.line ?? 0} },`;
  });
  return [
    "static const struct { const char *symbol, *name, *file; int64_t line; } heddle_functions[] __attribute__((used)) = {",
    ...rows,
    "{ 0, 0, 0, 0 } };",
  ].join("\n");
}

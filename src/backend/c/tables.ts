/**
 * What a program can tell about itself, for debuggers, profilers and pictures of the heap: its types with their fields,
 * its functions with their places. Nothing of it is in a program that none of these is meant to look at.
 *
 * A type's fields are texts one after the other, an empty one at the end: the storage's letter, the offset, a colon,
 * the name. Items come first, as a field without a name at the offset of the first one.
 */
import type { Program, StorageType, Struct } from "../../graph/program.ts";
import { structLayout } from "../../graph/struct-layout.ts";
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
    const names = [struct.displayName, fieldTexts(program, struct)].map(cString);
    return `{ &${cName("type", struct.name)}, ${names.join(", ")} },`;
  });
  return [
    "static const struct { const void *type; const char *name, *fields; } heddle_types[] __attribute__((used)) = {",
    ...rows,
    "{ 0, 0, 0 } };",
  ].join("\n");
}

function fieldTexts(program: Program, struct: Struct): string {
  const layout = structLayout(program, struct, 8);
  const items = struct.item === undefined ? [] : [`${letters[struct.item]}${layout.fixedSize}:`];
  const fields = layout.fields.map(({ name, type }) => `${letters[type]}${layout.offsets.get(name)}:${name}`);
  // C adds the last zero byte.
  return [...items, ...fields].map((text) => `${text}\0`).join("");
}

/** `heddle_functions`: symbols, what people call them, and where they stand. No address is taken: that would keep them. */
export function emitFunctionTable(program: Program, sourceFile: (shown: string) => string): string {
  const rows = [...program.functions.values()].map(({ name, displayName, span }) => {
    const shown = name === program.entry ? "program" : displayName;
    const texts = [cName("f", name), shown, span ? sourceFile(span.file) : ""].map(cString);
    return `{ ${texts.join(", ")}, ${span?.line ?? 0} },`;
  });
  return [
    "static const struct { const char *symbol, *name, *file; int64_t line; } heddle_functions[] __attribute__((used)) = {",
    ...rows,
    "{ 0, 0, 0, 0 } };",
  ].join("\n");
}

/**
 * The program's static data in C: structs, type infos with their vtables, prebuilt strings and objects, globals.
 *
 * Globals that hold references or values stand together in one struct, so that the collector's static roots are one
 * range of 8-byte slots.
 */
import type { Constant } from "../../graph/graph.ts";
import type { Global, Program, Struct } from "../../graph/program.ts";
import { followedOffsets, structLayout, typeFlags } from "../../graph/struct-layout.ts";
import { isLowType, type LowType } from "../../graph/types.ts";
import { stringConstant } from "../../graph/well-known.ts";
import { InternalFault } from "../../source/messages.ts";
import { cName } from "./names.ts";
import { constantText, type References } from "./operands.ts";
import { declare, machine } from "./types.ts";

/** `struct s_Point { … };` for every struct of the program. */
export function emitStructs(program: Program): string[] {
  return [...program.structs.values()].map((struct) => {
    const layout = structLayout(program, struct, 8);
    const name = cName("s", struct.name);
    const fields = layout.fields.map((one) => `${declare(one.type, cName("m", one.name))};`);
    if (struct.item !== undefined) fields.push("int64_t length;", `${declare(struct.item, "items[]")};`);
    return `struct ${name} { uint64_t header; ${fields.join(" ")} };`;
  });
}

/** C agrees with our layout. */
export function checkLayouts(program: Program): string[] {
  return [...program.structs.values()].flatMap((struct) => {
    const name = cName("s", struct.name);
    const checks = [...structLayout(program, struct, 8).offsets].map(
      ([field, offset]) => `offsetof(struct ${name}, ${cName("m", field)}) == ${offset}`,
    );
    return checks.length === 0 ? [] : [`_Static_assert(${checks.join(" && ")}, "layout");`];
  });
}

/** The declaration of a type info, so that code may name it before its definition. */
export function declareType(program: Program, struct: Struct): string {
  const offsets = Math.max(1, followedOffsets(structLayout(program, struct, 8)).length);
  const tag = cName("t", struct.name);
  const members = `struct heddle_type info; void *vtable[${Math.max(1, struct.vtable.length)}]; uint16_t offsets[${offsets}];`;
  return `struct ${tag} { ${members} };\nHEDDLE_VARIABLE const struct ${tag} ${cName("type", struct.name)};`;
}

/** The definition of a struct's type info. */
export function defineType(program: Program, struct: Struct, interval: readonly [number, number]): string {
  const layout = structLayout(program, struct, 8);
  const slots = Math.max(1, struct.vtable.length);
  const offsets = followedOffsets(layout);
  const info = [
    layout.fixedSize,
    layout.itemSize,
    typeFlags(struct, layout),
    layout.lengthOffset,
    layout.pointerOffsets.length,
    layout.valueOffsets.length,
    `sizeof(struct heddle_type) + ${8 * slots}`,
    layout.weakPointerOffsets.length,
    layout.weakValueOffsets.length,
    interval[0],
    interval[1],
  ];
  const vtable = struct.vtable.map((one) => (one === undefined ? "0" : `(void *)${cName("f", one)}`));
  const head = `HEDDLE_SHARED const struct ${cName("t", struct.name)} ${cName("type", struct.name)}`;
  return `${head} = { { ${info.join(", ")} }, { ${vtable.join(", ") || "0"} }, { ${offsets.join(", ") || "0"} } };`;
}

/** A prebuilt flat string as an object of its own struct type. */
export function defineString(program: Program, symbol: string, text: string): string {
  const constant = stringConstant(text);
  const struct = program.structs.get(constant.struct);
  if (!struct) throw new InternalFault(`struct ${constant.struct} of string constants is missing`);
  const fields = structLayout(program, struct, 8).fields;
  const types = fields.map((one) => `${declare(one.type, cName("m", one.name))};`).join(" ");
  const values = fields.map((one) => `${constant.fields[one.name] ?? 0}`);
  const bytes = bytesLiteral(constant.bytes);
  return `HEDDLE_SHARED struct { uint64_t header; ${types} int64_t length; uint8_t items[${Math.max(1, constant.bytes.length)}]; } ${symbol} = { (uintptr_t)&${cName("type", constant.struct)}, ${[...values, constant.bytes.length].join(", ")}, ${bytes} };`;
}

function bytesLiteral(bytes: readonly number[]): string {
  return `{ ${bytes.join(",") || "0"} }`;
}

/** A prebuilt object. */
export function defineStatic(program: Program, name: string, references: References): string {
  const object = program.statics.get(name);
  const struct = object && program.structs.get(object.struct);
  if (!object || !struct) throw new InternalFault(`the static object ${name} is missing`);
  references.types.add(struct.name);
  const { fields } = structLayout(program, struct, 8);
  const members = fields.map((one) => `${declare(one.type, cName("m", one.name))};`);
  const values = fields.map((one) => {
    const value: Constant | undefined = object.fields[one.name];
    return value ? constantText(value, references) : "0";
  });
  if (struct.item !== undefined) {
    members.push("int64_t length;", `${declare(struct.item, `items[${Math.max(1, object.items.length)}]`)};`);
    values.push(
      String(object.items.length),
      `{ ${object.items.map((one) => constantText(one, references)).join(", ") || "0"} }`,
    );
  }
  return `HEDDLE_SHARED struct { uint64_t header; ${members.join(" ")} } ${cName("static", name)} = { ${[`(uintptr_t)&${cName("type", struct.name)}`, ...values].join(", ")} };`;
}

const startValues: Partial<Record<LowType, string>> = { ref: "0", value: "HEDDLE_UNDEFINED" };

/** Globals in their order in C, by names. */
function sortedGlobals(program: Program): Global[] {
  return [...program.globals.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The names of those that the collector's static roots are. */
export function rootedGlobals(program: Program): string[] {
  return sortedGlobals(program)
    .filter(({ type }) => type === "ref" || type === "value")
    .map(({ name }) => name);
}

/** All globals: rooted ones in one struct (each named by a macro), the others as variables. */
export function defineGlobals(program: Program, references: References): string[] {
  const start = ({ initial }: Global, type: LowType): string =>
    initial ? constantText(initial, references) : (startValues[type] ?? "0");
  const { rooted, others } = typedGlobals(program);
  const starts = rooted.map(({ global, type }) => start(global, type));
  return [
    `HEDDLE_SHARED ${globalsStruct(rooted)} heddle_globals = { ${starts.join(", ") || "0"} };`,
    `enum { heddle_static_root_count = ${rooted.length} };`,
    ...rooted.map(({ name }) => `#define ${name} heddle_globals.${name}`),
    ...others.map(
      ({ global, type, name }) => `HEDDLE_SHARED ${declare(type, name)} = ${start(global, type)};`,
    ),
  ];
}

/** The same for units that do not define them. */
export function declareGlobals(program: Program): string[] {
  const { rooted, others } = typedGlobals(program);
  return [
    `extern ${globalsStruct(rooted)} heddle_globals;`,
    ...rooted.map(({ name }) => `#define ${name} heddle_globals.${name}`),
    ...others.map(({ type, name }) => `extern ${declare(type, name)};`),
  ];
}

interface TypedGlobal {
  readonly global: Global;
  readonly type: LowType;
  /** In C. */
  readonly name: string;
}

function typedGlobals(program: Program): { rooted: TypedGlobal[]; others: TypedGlobal[] } {
  const all = sortedGlobals(program).flatMap((global) => {
    if (!isLowType(global.type)) throw new InternalFault(`the global ${global.name} was not lowered`);
    const type = machine(global.type);
    return type === "void" ? [] : [{ global, type, name: cName("g", global.name) }];
  });
  const isRooted = ({ type }: TypedGlobal): boolean => type === "ref" || type === "value";
  return { rooted: all.filter(isRooted), others: all.filter((one) => !isRooted(one)) };
}

function globalsStruct(rooted: readonly TypedGlobal[]): string {
  const fields = rooted.map(({ type, name }) => `${declare(type, name)};`);
  return `struct { ${fields.length > 0 ? [...fields, "uint64_t end[];"].join(" ") : "uint64_t none;"} }`;
}

/** What must hold of a program's classes, structs, globals and statics. */
import type { Level } from "./graph.ts";
import { constantLowType, storedLowType } from "./operand-type.ts";
import type { ClassInfo, Program, StaticObject, Struct } from "./program.ts";
import { structFields } from "./struct-layout.ts";
import { isLowType } from "./types.ts";
import type { Fault } from "./verify.ts";

export function verifyDeclarations(program: Program, level: Level, linked: boolean): Fault[] {
  const faults: Fault[] = [];
  const high = level === "high" || level === "typed";
  const report = (where: string, text: string): void => void faults.push({ where, text });
  const hasFunction = (where: string, name: string): void => {
    if (linked && !program.functions.has(name)) report(where, `there is no function ${name}`);
  };
  for (const map of [program.classes, program.structs, program.globals, program.statics]) {
    for (const [name, one] of map) {
      if (one.name !== name) report(one.name, `is in the program under the name ${name}`);
    }
  }
  hasFunction("program", program.entry);
  // Lowered programs keep the classes for their names only.
  if (high) for (const one of program.classes.values()) verifyClass(program, level, one, report, hasFunction);
  for (const one of program.structs.values()) verifyStruct(program, one, report, hasFunction);
  for (const one of program.statics.values()) verifyStatic(program, one, report);
  for (const one of program.globals.values()) {
    const where = `global ${one.name}`;
    if (high || !isLowType(one.type)) {
      if (!high) report(where, "its type is not a machine type");
    } else if (one.initial && constantLowType(one.initial) !== one.type) {
      report(where, `starts with a ${one.initial.kind} although it is ${one.type}`);
    }
  }
  return faults;
}

type ReportAt = (where: string, text: string) => void;

function verifyClass(
  program: Program,
  level: Level,
  one: ClassInfo,
  report: ReportAt,
  hasFunction: ReportAt,
): void {
  const where = `class ${one.name}`;
  if (one.parent !== undefined && !program.classes.has(one.parent))
    report(where, `there is no class ${one.parent}`);
  if (inCircle(one, (at) => program.classes.get(at.parent ?? ""))) report(where, "is among its own parents");
  // Annotate leaves out functions that nothing reaches; the members that name them stay.
  if (level !== "high") return;
  for (const members of [one.methods, one.getters, one.setters]) {
    for (const name of members.values()) hasFunction(where, name);
  }
  if (one.function !== undefined) hasFunction(where, one.function);
}

function inCircle<T>(from: T, next: (at: T) => T | undefined): boolean {
  const seen = new Set<T>();
  for (let at: T | undefined = from; at !== undefined; at = next(at)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

function verifyStruct(program: Program, one: Struct, report: ReportAt, hasFunction: ReportAt): void {
  const where = `struct ${one.name}`;
  if (one.parent !== undefined && !program.structs.has(one.parent))
    report(where, `there is no struct ${one.parent}`);
  if (inCircle(one, (at) => program.structs.get(at.parent ?? ""))) {
    report(where, "is among its own parents");
    return;
  }
  for (const name of one.vtable) if (name !== undefined) hasFunction(where, name);
  const fields = new Set<string>();
  for (const field of structFields(program, one)) {
    if (fields.has(field.name)) report(where, `has the field ${field.name} twice`);
    fields.add(field.name);
    if (field.type === "void") report(where, `the field ${field.name} stores nothing`);
  }
}

function verifyStatic(program: Program, one: StaticObject, report: ReportAt): void {
  const where = `static ${one.name}`;
  const struct = program.structs.get(one.struct);
  if (!struct) {
    report(where, `there is no struct ${one.struct}`);
    return;
  }
  const types = new Map(
    structFields(program, struct).map((field) => [field.name, storedLowType(field.type)]),
  );
  for (const [name, constant] of Object.entries(one.fields)) {
    const type = types.get(name);
    if (type === undefined) report(where, `struct ${struct.name} has no field ${name}`);
    else if (constantLowType(constant) !== type)
      report(where, `field ${name} is ${constant.kind} instead of ${type}`);
  }
  if (one.items.length > 0 && struct.item === undefined) report(where, `struct ${struct.name} has no items`);
  for (const item of one.items) {
    if (struct.item && constantLowType(item) !== storedLowType(struct.item)) {
      report(where, `an item is ${item.kind} instead of ${struct.item}`);
    }
  }
}

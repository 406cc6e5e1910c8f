/** The textual form of what a program declares beside its functions. */
import type { Constant } from "./graph.ts";
import type { ClassInfo, Global, StaticObject, Struct } from "./program.ts";
import { printConstant, printList, printName, printSpanMark, printType } from "./text-forms.ts";
import type { Type } from "./types.ts";

const at = (name: string): string => `@${printName(name)}`;

/** `: type`, or nothing for `any`. */
function ofType(type: Type): string {
  return type === "any" ? "" : `: ${printType(type)}`;
}

export function printClass(info: ClassInfo): string {
  const parts = [`class ${at(info.name)} ${info.kind}`];
  if (info.displayName !== info.name) parts.push(JSON.stringify(info.displayName));
  if (info.parent !== undefined) parts.push(`extends ${at(info.parent)}`);
  if (info.typeParameters.length > 0) parts.push(`types ${printList(info.typeParameters)}`);
  if (info.cloneOf !== undefined) parts.push(`clone_of ${at(info.cloneOf)}`);
  if (info.function !== undefined) parts.push(`function ${at(info.function)}`);
  if (info.dropped.length > 0) parts.push(`dropped ${printList(info.dropped)}`);
  if (info.dictionary !== undefined) parts.push(`dictionary ${at(info.dictionary)}`);
  if (info.constructs !== undefined) parts.push(`constructs ${at(info.constructs)}`);
  if (info.element !== "any") parts.push(`element ${printType(info.element)}`);
  if (info.like !== undefined) parts.push(`like ${at(info.like)}`);
  if (info.order.length > 0) parts.push(`order ${printList(info.order)}`);
  if (info.holes) parts.push("holes");
  if (info.frozen) parts.push("frozen");
  if (info.resized) parts.push("resized");
  if (info.managed) parts.push("managed");
  let text = `${parts.join(" ")}${printSpanMark(info.span)} {\n`;
  for (const field of info.fields) {
    const definite = field.definite ? " definite" : "";
    text += `  field ${printName(field.name)}${ofType(field.type)}${definite}${printSpanMark(field.span)}\n`;
  }
  for (const [name, target] of info.methods) text += `  method ${printName(name)} = ${at(target)}\n`;
  for (const [name, target] of info.getters) text += `  getter ${printName(name)} = ${at(target)}\n`;
  for (const [name, target] of info.setters) text += `  setter ${printName(name)} = ${at(target)}\n`;
  return `${text}}\n`;
}

export function printStruct(struct: Struct): string {
  const parts = [`struct ${at(struct.name)}`];
  if (struct.displayName !== struct.name) parts.push(JSON.stringify(struct.displayName));
  if (struct.parent !== undefined) parts.push(`extends ${at(struct.parent)}`);
  if (struct.item !== undefined) parts.push(`item ${struct.item}`);
  if (struct.zeroed) parts.push("zeroed");
  let text = `${parts.join(" ")} {\n`;
  for (const field of struct.fields) text += `  field ${printName(field.name)}: ${field.type}\n`;
  if (struct.vtable.length > 0) {
    text += `  vtable [${struct.vtable.map((name) => (name === undefined ? "none" : at(name))).join(", ")}]\n`;
  }
  return `${text}}\n`;
}

export function printGlobal(global: Global): string {
  const initial = global.initial ? ` = ${printConstant(global.initial)}` : "";
  return `global ${at(global.name)}${ofType(global.type)}${initial}${printSpanMark(global.span)}\n`;
}

/** Tables can be long: items stand in lines of a readable width. */
function printItems(items: readonly Constant[]): string {
  let text = "  items [";
  let width = 0;
  for (const [index, item] of items.entries()) {
    const piece = printConstant(item) + (index + 1 < items.length ? "," : "");
    const breaks = width + piece.length > 100;
    text += breaks || index === 0 ? `\n    ${piece}` : ` ${piece}`;
    width = breaks || index === 0 ? piece.length : width + piece.length + 1;
  }
  return `${text}\n  ]\n`;
}

export function printStatic(one: StaticObject): string {
  let text = `static ${at(one.name)} = ${printName(one.struct)} {\n`;
  for (const [name, constant] of Object.entries(one.fields)) {
    text += `  field ${printName(name)} = ${printConstant(constant)}\n`;
  }
  if (one.items.length > 0) text += printItems(one.items);
  return `${text}}\n`;
}

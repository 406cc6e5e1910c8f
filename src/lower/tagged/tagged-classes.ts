/** The classes whose objects live in words (tagged-words.ts): which they are, and what makes one impossible. */
import { ancestors, type ClassInfo } from "../../graph/program.ts";
import { isTaggedClass, mostTaggedClasses } from "../../graph/tagged.ts";
import { isValueType, objectType, type ValueType } from "../../graph/types.ts";
import { InternalFault } from "../../source/messages.ts";
import type { Context } from "../context.ts";
import type { Place } from "../layout.ts";
import type { Known, Lowering } from "../lowering.ts";

/** A tagged class: its number in words, and where its objects on the heap keep the field. */
export interface TaggedClass {
  readonly tag: number;
  readonly place: Place;
}

/** The program's tagged classes by name; what is no such class after all is told. */
export function taggedClasses(context: Context): Map<string, TaggedClass> {
  const found = new Map<string, TaggedClass>();
  const classes = [...context.source.classes.values()].filter((one) => isTaggedClass(one.name));
  for (const info of classes.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const fault =
      faultOf(context, info) ?? (found.size === mostTaggedClasses ? "is one too many" : undefined);
    const [field] = fieldsOf(context, info);
    const place = field && context.layout.place(info.name, field.name);
    if (fault === undefined && place) found.set(info.name, { tag: found.size, place });
    else refuse(context, info, fault ?? "has no field");
  }
  return found;
}

function fieldsOf(context: Context, info: ClassInfo): ClassInfo["fields"] {
  return [...ancestors(context.source, info.name)].flatMap((one) => one.fields);
}

/** Why objects of a class cannot live in a word. */
function faultOf(context: Context, info: ClassInfo): string | undefined {
  for (const other of context.source.classes.values())
    if (other.parent === info.name) return `has the subclass \`${other.displayName}\``;
  const fields = fieldsOf(context, info);
  const [field] = fields;
  if (!field || fields.length > 1)
    return `has ${fields.length} fields${field ? ` (${fields.map(shown).join(", ")})` : ""}, not one`;
  const place = context.layout.place(info.name, field.name);
  if (!field.definite || !place || place.type.undefined)
    return `may be read before its field \`${field.name}\` is written`;
  const type = isValueType(field.type) ? field.type : undefined;
  if (!type?.number || mayBeMore(place.type))
    return `has a field \`${field.name}\` that does not always hold a number`;
  return undefined;
}

function shown({ name }: { readonly name: string }): string {
  return `\`${name.startsWith("#captured.") ? "a captured variable" : name}\``;
}

function mayBeMore(type: ValueType): boolean {
  const { null: isNull, boolean, string, bigint, symbol, objects } = type;
  return isNull || boolean || string || bigint || symbol || objects.length > 0;
}

function refuse({ messages }: Context, { span, displayName }: ClassInfo, fault: string): void {
  messages.error("H2041", span, `the tagged class \`${displayName}\` ${fault}`, {
    help: "a tagged class has no subclasses and exactly one field, a number that its constructor writes",
  });
}

export function taggedClass(l: Lowering, className: string): TaggedClass {
  const found = l.context.tagged.get(className);
  if (!found) {
    if (l.context.messages.hasErrors)
      return { tag: 0, place: { struct: className, field: "", type: objectType() } };
    throw new InternalFault(`${className} is no tagged class`);
  }
  return found;
}

/** What lives in a word is copied with it: its field never changes. */
export function refuseWrite(l: Lowering, type: ValueType, field: string): void {
  const info = l.context.classOf(type.objects.find(isTaggedClass) ?? "");
  l.context.messages.error(
    "H2042",
    l.span,
    `the field \`${field}\` of the tagged class \`${info.displayName}\` is written outside its constructor`,
    { help: "make a new object" },
  );
}

/** `this` of a constructor: such an object is on the heap. */
export function isUnderConstruction(l: Lowering, object: Known): boolean {
  const { source } = l;
  const self = source?.hasThis ? source.blocks[0]?.params[source.captures] : undefined;
  if (!source || !self || l.known(self).operand !== object.operand) return false;
  const isConstructor = (className: string): boolean =>
    [...ancestors(l.context.source, className)].some((one) => one.methods.get("constructor") === source.name);
  return object.type.objects.filter(isTaggedClass).every(isConstructor);
}

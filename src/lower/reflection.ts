/**
 * Objects tell of themselves: for each class whose objects may be printed a method in the vtable's `reflectSlot`
 * answers for kind, name, number of properties, and for names and values of properties (well-known.ts).
 */
import {
  type Block,
  block,
  constants,
  type Graph,
  graph,
  link,
  type Operand,
  type Variable,
  variable,
} from "../graph/graph.ts";
import {
  allFields,
  ancestors,
  type ClassField,
  type ClassInfo,
  isSubclass,
  lookupMember,
} from "../graph/program.ts";
import { isNever, isValueType, joinTypes, objectType, stringType } from "../graph/types.ts";
import {
  collectionKinds,
  contentsMethod,
  listStruct,
  propertyStates,
  reflectedKinds,
  reflection,
  reflectSlot,
} from "../graph/well-known.ts";
import { loadItem } from "./array-access.ts";
import { anyValue } from "./console.ts";
import type { Context } from "./context.ts";
import { convert, isNullish } from "./convert.ts";
import { negated } from "./equality.ts";
import { callFunction, undefinedKnown } from "./invoke.ts";
import type { ArrayLayout } from "./layout.ts";
import { type Known, Lowering } from "./lowering.ts";
import { loadPlace } from "./place-access.ts";
import { toText } from "./to-string.ts";

/** The prelude's class of which all errors are. */
export const errorClass = "prelude.Error";

/** Answers by what is asked; anything else is a question that nobody asks. */
class Answers {
  readonly l: Lowering;
  readonly self: Variable;
  readonly what: Variable;
  #cases: { value: number; target: Block; answer: () => Operand }[] = [];

  constructor(context: Context, name: string) {
    this.l = new Lowering(context, graph(name, { result: "value", system: true }), undefined);
    this.self = variable("self", "ref");
    this.what = variable("what", "int");
    this.l.block.params = [this.self, this.what];
  }

  on(value: number, answer: () => Operand): void {
    this.#cases.push({ value, target: block(), answer });
  }

  onNumber(value: number, answer: number): void {
    this.on(value, () => this.number(constants.int(answer)));
  }

  number(operand: Operand): Operand {
    const { l } = this;
    const type = {
      ...anyValue,
      number: { kind: "int", low: -Number.MAX_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER },
    } as const;
    return convert(
      l,
      {
        operand,
        type: { ...type, undefined: false, null: false, boolean: false, string: false, objects: [] },
      },
      anyValue,
    );
  }

  text(text: string): Operand {
    return convert(this.l, { operand: constants.string(text), type: stringType }, anyValue);
  }

  finish(otherwise: () => Operand): void {
    const { l } = this;
    const rest = block();
    const cases = this.#cases.map(({ value, target }) => ({ value, link: link(target) }));
    l.end({ kind: "switch", value: this.what, cases, otherwise: link(rest) });
    for (const { target, answer } of this.#cases) {
      l.start(target);
      l.end({ kind: "return", value: answer() });
    }
    l.start(rest);
    l.end({ kind: "return", value: otherwise() });
    l.context.target.functions.set(l.graph.name, l.finish());
  }
}

const nothing = constants.special("value", "undefined");

function kindOf(context: Context, info: ClassInfo): number {
  if (info.kind === "literal") return reflectedKinds.literal;
  if (info.kind === "closure") return reflectedKinds.function;
  for (const { name, cloneOf } of ancestors(context.source, info.name)) {
    const kind = collectionKinds[cloneOf ?? name];
    if (kind !== undefined) return kind;
  }
  return isSubclass(context.source, info.name, errorClass) ? reflectedKinds.error : reflectedKinds.object;
}

/** The fields that are properties, parents' first; names with `#` are private, and so are captured variables. */
function shownFields(context: Context, info: ClassInfo): ClassField[] {
  if (info.kind === "closure") return [];
  const byName = new Map<string, ClassField>();
  for (const one of allFields(context.source, info.name))
    if (!byName.has(one.name) && !one.name.startsWith("#")) byName.set(one.name, one);
  return [...byName.values()];
}

/** The prelude keeps an error's own `name` under another one (prelude/errors.ts). */
const ownNameField = "#ownName";

/** Of errors the message and cause cannot be enumerated, and the name stands where it is first assigned. */
function errorFields(context: Context, info: ClassInfo): { field: ClassField; shown: string }[] {
  const [named] = allFields(context.source, info.name).filter((one) => one.name === ownNameField);
  const fields = shownFields(context, info).map((field) => ({ field, shown: field.name }));
  if (!named || fields.some((one) => one.shown === "name")) return fields;
  const chain = [...ancestors(context.source, info.name)].reverse();
  const namer = chain.findIndex((one) => setsName(context, one));
  const before = new Set(
    chain
      .slice(0, namer < 0 ? chain.length : namer + 1)
      .flatMap((one) => one.fields.map((field) => field.name)),
  );
  const at = fields.filter(({ field }) => before.has(field.name)).length;
  fields.splice(at, 0, { field: named, shown: "name" });
  return fields;
}

function setsName(context: Context, { methods }: ClassInfo): boolean {
  const initialize = context.source.functions.get(methods.get("constructor") ?? "");
  return (initialize?.blocks ?? []).some(({ operations }) =>
    operations.some(({ op, attributes }) => op === "set_property" && attributes.name === "name"),
  );
}

/** A class's declared fields are properties from its constructor on, whatever they hold. */
function isDeclared(context: Context, info: ClassInfo, field: string): boolean {
  for (const one of ancestors(context.source, info.name)) {
    const initialize = context.source.functions.get(one.methods.get("constructor") ?? "");
    for (const { operations } of initialize?.blocks ?? [])
      if (operations.some((op) => op.op === "define_field" && op.attributes.name === field)) return true;
  }
  return false;
}

/** Accessors of object literals are properties of their own; a class's belong to its prototype. */
function shownAccessors({ kind, getters, setters }: ClassInfo): { name: string; state: number }[] {
  if (kind !== "literal") return [];
  return [...new Set([...getters.keys(), ...setters.keys()])].map((name) => {
    const { accessors, getter, setter } = propertyStates;
    return { name, state: !setters.has(name) ? getter : getters.has(name) ? accessors : setter };
  });
}

function reflectClass(context: Context, info: ClassInfo): void {
  const name = `${info.name}.reflect`;
  const answers = new Answers(context, name);
  const { l, self } = answers;
  const isError = kindOf(context, info) === reflectedKinds.error;
  const fields = isError
    ? errorFields(context, info)
    : shownFields(context, info).map((field) => ({ field, shown: field.name }));
  const accessors = shownAccessors(info);
  const shown = info.kind === "closure" ? functionName(context, info) : info.displayName;
  answers.onNumber(reflection.kind, kindOf(context, info));
  const statics = info.kind === "closure" ? graphOfClosure(context, info)?.notes.statics : undefined;
  answers.on(reflection.name, () => {
    if (statics !== undefined) l.stop("unsupported", `printing a class with static fields (${statics})`);
    return answers.text(shown);
  });
  answers.onNumber(reflection.count, fields.length + accessors.length);
  const contents = context.method(info.name, contentsMethod);
  if (contents !== undefined) answers.on(reflection.contents, () => contentsOf(l, self, info, contents));
  for (const [index, { field, shown }] of fields.entries()) {
    const place = context.layout.place(info.name, field.name);
    const load = (): Known => (place ? loadPlace(l, self, place) : { operand: nothing, type: anyValue });
    const present =
      field.name !== ownNameField &&
      (field.definite || !place?.type.undefined || isDeclared(context, info, field.name));
    const hidden = isError && (shown === "message" || shown === "cause");
    const state = constants.int(hidden ? propertyStates.hidden : propertyStates.value);
    answers.on(reflection.state - index, () => {
      if (present) return answers.number(state);
      const absent = isNullish(l, load(), "undefined");
      return answers.number(l.op("select", [absent, constants.int(propertyStates.absent), state], "int"));
    });
    answers.on(2 * index, () => answers.text(shown));
    answers.on(2 * index + 1, () => convert(l, load(), anyValue, true));
  }
  for (const [index, accessor] of accessors.entries()) {
    answers.onNumber(reflection.state - fields.length - index, accessor.state);
    answers.on(2 * (fields.length + index), () => answers.text(accessor.name));
  }
  if (isError) {
    for (const [what, member] of [
      [reflection.stack, "stack"],
      [reflection.errorName, "name"],
    ] as const)
      answers.on(what, () => {
        const text = { operand: toText(l, memberOf(l, info, self, member)), type: stringType };
        return convert(l, text, anyValue);
      });
  }
  answers.finish(() => nothing);
  context.setReflection(info.name, name);
}

/** A property of an instance: a field, or what its getter gives. */
function memberOf(l: Lowering, info: ClassInfo, self: Operand, name: string): Known {
  const member = lookupMember(l.context.source, info.name, name);
  const place = member?.kind === "field" ? l.context.layout.place(info.name, name) : undefined;
  if (place) return loadPlace(l, self, place);
  if (member?.kind !== "accessor" || member.getter === undefined) return undefinedKnown;
  return callFunction(l, member.getter, [{ operand: self, type: objectType(info.name) }]);
}

/** What a collection holds, as an array. */
function contentsOf(l: Lowering, self: Operand, info: ClassInfo, method: string): Operand {
  const held = callFunction(l, method, [{ operand: self, type: objectType(info.name) }]);
  return isNever(held.type) ? nothing : convert(l, held, anyValue);
}

function graphOfClosure(context: Context, info: ClassInfo): Graph | undefined {
  return info.function === undefined ? undefined : context.source.functions.get(info.function);
}

/** What stands in the brackets that show a function: its own name, of a class also its parent. */
function functionName(context: Context, info: ClassInfo): string {
  const found = graphOfClosure(context, info);
  if (info.constructs !== undefined) return found?.notes.shown ?? `class ${info.displayName}`;
  const name = found?.displayName ?? info.displayName;
  return name === "anonymous" || name === "" ? "Function (anonymous)" : `Function: ${name}`;
}

/** What an item that reads as undefined is. Arrays that share a storage share its reflection. */
type Unwritten = "hole" | "undefined";

/** The storage of a list, or an array that is its storage. */
function reflectItems(context: Context, layout: ArrayLayout, unwritten: Unwritten): void {
  const name = `${layout.itemsStruct}.reflect`;
  const answers = new Answers(context, name);
  const { l, self, what } = answers;
  answers.onNumber(reflection.kind, reflectedKinds.array);
  answers.on(reflection.name, () => answers.text("Array"));
  answers.on(reflection.count, () =>
    answers.number(l.op("get_length", [self], "int", { struct: layout.itemsStruct })),
  );
  answers.finish(() => {
    const [item, state] = [block(), block()];
    const asksState = l.op("int_lt", [what, constants.int(0)], "bool");
    l.end({ kind: "branch", condition: asksState, then: link(state), else: link(item) });
    l.start(state);
    const stateIndex = l.op("int_sub", [constants.int(reflection.state), what], "int");
    l.end({
      kind: "return",
      value: answers.number(itemState(l, loadItem(l, self, stateIndex, layout), unwritten)),
    });
    l.start(item);
    const index = l.op("int_div", [what, constants.int(2)], "int");
    return convert(l, loadItem(l, self, index, layout), anyValue, true);
  });
  context.setReflection(layout.itemsStruct, name);
}

/** A number of `propertyStates` for an item. */
function itemState(l: Lowering, item: Known, unwritten: Unwritten): Operand {
  if (unwritten === "undefined" || !item.type.undefined) return constants.int(propertyStates.value);
  return l.op("bool_to_int", [negated(l, isNullish(l, item, "undefined"))], "int");
}

/** A list answers with its length, and passes questions on to its storage. */
function reflectList(context: Context): void {
  const name = `${listStruct}.reflect`;
  const answers = new Answers(context, name);
  const { l, self, what } = answers;
  answers.onNumber(reflection.kind, reflectedKinds.array);
  answers.on(reflection.name, () => answers.text("Array"));
  answers.on(reflection.count, () => answers.number(l.get(self, listStruct, "length", "int")));
  answers.finish(() => {
    const items = l.get(self, listStruct, "items", "ref");
    const code = l.op("ref_method", [items], "code", { slot: reflectSlot }, "reflect");
    return l.op("call_indirect", [code, items, what], "value");
  });
  context.setReflection(listStruct, name);
}

export function makeReflection(context: Context): void {
  let arrays = false;
  const storages = new Map<string, ArrayLayout>();
  const holed = new Set<string>();
  const undefinedIn = new Set<string>();
  for (const name of [...context.inspected].sort()) {
    const info = context.classOf(name);
    if (info.kind === "array") {
      const layout = context.layout.array(name);
      arrays ||= layout.kind === "list";
      if (info.holes) holed.add(layout.itemsStruct);
      if (isValueType(info.element) && info.element.undefined) undefinedIn.add(layout.itemsStruct);
      const known = storages.get(layout.itemsStruct);
      // One storage of arrays of several types is shown as holding all of them.
      const stored = known ? joinTypes(known.stored, layout.stored) : layout.stored;
      storages.set(layout.itemsStruct, { ...layout, stored });
    } else if (info.kind !== "cell") reflectClass(context, info);
  }
  for (const [struct, layout] of storages) {
    reflectItems(context, layout, holed.has(struct) && !undefinedIn.has(struct) ? "hole" : "undefined");
  }
  if (arrays) reflectList(context);
}

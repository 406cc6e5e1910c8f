/**
 * Objects tell of themselves: for each class whose objects may be printed a method in the vtable's `reflectSlot`
 * answers for kind, name, number of properties, and for names and values of properties (well-known.ts).
 */
import { block, constants, type Graph, link, type Operand } from "../../graph/graph.ts";
import { ancestors, type ClassField, type ClassInfo, isBound } from "../../graph/program.ts";
import { isNever, isValueType, joinTypes, objectType, stringType } from "../../graph/types.ts";
import {
  bigIntStruct,
  collectionKinds,
  contentsMethod,
  propertyStates,
  reflectedKinds,
  reflection,
  unknownName,
} from "../../graph/well-known.ts";
import { reflectItems, reflectList, reflectTyped } from "../arrays/array-reflection.ts";
import { typedKindOf } from "../arrays/typed-arrays.ts";
import { callFunction } from "../calls/invoke.ts";
import type { Context } from "../context.ts";
import { convert, isNullish } from "../convert.ts";
import type { ArrayLayout } from "../layout.ts";
import { anyValue } from "../library/console.ts";
import type { Known, Lowering } from "../lowering.ts";
import { concatenate, toText } from "../primitives/to-string.ts";
import { int, string } from "../results.ts";
import { split } from "../split.ts";
import { callTable, resultIn } from "./dictionaries.ts";
import { functionName, ownFunctionName } from "./function-properties.ts";
import { loadPlace } from "./place-access.ts";
import { isCertain, staticsOf } from "./properties.ts";
import { callNamed, memberOf, nameOfInstances, taggedName } from "./reflected-members.ts";
import { Answers, nothing } from "./reflection-answers.ts";
import { freeIndex, shapeOf } from "./shapes.ts";
import { isErrorClass, listsMessage, ownNameField, shownProperties } from "./shown-properties.ts";
import { mayHoldProperty, shownState, shownValue } from "./shown-values.ts";

function kindOf(context: Context, info: ClassInfo): number {
  if (info.kind === "literal")
    return info.displayName === "Object" ? reflectedKinds.literal : reflectedKinds.object;
  if (info.kind === "closure") return reflectedKinds.function;
  if (info.kind === "class" && nameOfInstances(context.source, info) === "") return reflectedKinds.literal;
  for (const { name, cloneOf } of ancestors(context.source, info.name)) {
    const kind = collectionKinds[cloneOf ?? name];
    if (kind !== undefined) return kind;
  }
  if (typedKindOf(context, info.name)) return reflectedKinds.typedArray;
  return isErrorClass(context, info) ? reflectedKinds.error : reflectedKinds.object;
}

/** A dictionary answers with what its table holds when it is asked. */
function reflectDictionary(context: Context, info: ClassInfo): void {
  const answers = new Answers(context, `${info.name}.reflect`);
  const { l, self, what } = answers;
  const table: Known = { operand: self, type: objectType(info.name) };
  answers.onNumber(reflection.kind, kindOf(context, info));
  answers.on(reflection.name, () => {
    stopWithoutName(answers.l, info);
    return answers.text(info.displayName);
  });
  answers.on(reflection.count, () => convert(l, callTable(l, table, "##settle", []), anyValue));
  answers.on(reflection.json, () => l.op("value_from_ref", [self], "value"));
  answers.finish(() => {
    const [state, name, value, property] = [block(), block(), block(), block()];
    const asksState = l.op("int_lt", [what, constants.int(0)], "bool");
    l.end({ kind: "branch", condition: asksState, then: link(state), else: link(property) });
    l.start(state);
    // What else may be asked, a dictionary has not.
    const [other, present] = [block(), block()];
    const ofProperty = l.op("int_le", [what, constants.int(reflection.state)], "bool");
    l.end({ kind: "branch", condition: ofProperty, then: link(present), else: link(other) });
    l.start(other);
    l.end({ kind: "return", value: nothing });
    l.start(present);
    const stateIndex = l.op("int_sub", [constants.int(reflection.state), what], "int");
    const shown = callTable(l, table, "##stateAt", [int(stateIndex, 0, 2 ** 32)]);
    l.end({ kind: "return", value: convert(l, shown, anyValue) });
    l.start(property);
    const place = int(l.op("int_div", [what, constants.int(2)], "int"), 0, 2 ** 32);
    const odd = l.op("int_eq", [l.op("int_and", [what, constants.int(1)], "int"), constants.int(1)], "bool");
    l.end({ kind: "branch", condition: odd, then: link(value), else: link(name) });
    l.start(name);
    l.end({ kind: "return", value: resultIn(l, callTable(l, table, "##nameAt", [place]), anyValue) });
    l.start(value);
    return resultIn(l, callTable(l, table, "##valueAt", [place]), anyValue);
  });
  context.setReflection(info.name, `${info.name}.reflect`);
}

function stopWithoutName(l: Lowering, { displayName }: ClassInfo): void {
  if (displayName === unknownName)
    l.stop("unsupported", "printing an object whose prototype was assigned without a `constructor`");
}

function reflectClass(context: Context, info: ClassInfo): void {
  if (info.dictionary !== undefined) {
    reflectDictionary(context, info);
    return;
  }
  const name = `${info.name}.reflect`;
  const answers = new Answers(context, name);
  const { l, self } = answers;
  const properties = shownProperties(context, info);
  const free = context.orders.get(info.name)?.free.length ?? 0;
  if (free > 0) answers.askByShape(info.name, properties.length - free);
  answers.onNumber(reflection.kind, kindOf(context, info));
  const statics = staticsOf(context, info);
  answers.on(reflection.name, () => {
    if (info.name.startsWith("prelude.array-buffers."))
      l.stop("unsupported", `printing a ${info.displayName} (its bytes: new Uint8Array(buffer))`);
    stopWithoutName(l, info);
    if (statics !== undefined) l.stop("unsupported", `printing a class with static fields (${statics})`);
    if (info.kind !== "closure") return convert(l, string(taggedName(l, info, self)), anyValue);
    if (!isBound(info)) return answers.text(shownFunction(context, info));
    const text = functionName(l, { operand: self, type: objectType(info.name) });
    return convert(l, string(concatenate(l, [constants.string("Function: "), text])), anyValue);
  });
  if (free === 0) answers.onNumber(reflection.count, properties.length);
  else answers.on(reflection.count, () => answers.number(countOf(l, self, info, properties.length - free)));
  const contents = context.method(info.name, contentsMethod);
  if (contents !== undefined) answers.on(reflection.contents, () => contentsOf(l, self, info, contents));
  for (const [index, shown] of properties.entries()) {
    answers.on(2 * index, () => answers.text(shown.name));
    if (shown.kind === "field") answerField(answers, info, index, shown.field, shown.name);
    else {
      answers.onNumber(reflection.state - index, shown.state);
      answers.on(2 * index + 1, () => convert(l, memberOf(l, info, self, shown.name), anyValue, true));
    }
  }
  if (isErrorClass(context, info)) {
    for (const [what, member] of [
      [reflection.stack, "stack"],
      [reflection.errorName, "name"],
    ] as const)
      answers.on(what, () => {
        const given = memberOf(l, info, self, member);
        const shown = split(l, given, "ref", (one, part) =>
          part === "undefined" ? constants.string("") : toText(l, one),
        );
        const text = { operand: shown, type: stringType };
        return convert(l, text, anyValue);
      });
  }
  if (info.kind !== "closure") answerMethods(answers, info);
  answers.finish(() => nothing);
  context.setReflection(info.name, name);
}

/** How many properties an object has of which it knows itself which they are; `fixed` ones come before them. */
function countOf(l: Lowering, self: Operand, info: ClassInfo, fixed: number): Operand {
  const own = l.runtime("objects.shapes.shapeSize", [shapeOf(l, self, info.name)], "int");
  return l.op("int_add", [own, constants.int(fixed)], "int");
}

/** Value and state of a field that is shown under a name. */
function answerField(
  answers: Answers,
  info: ClassInfo,
  index: number,
  field: ClassField,
  shown: string,
): void {
  const { l, self } = answers;
  const { context } = l;
  const place = context.layout.place(info.name, field.name);
  const raw = (): Known => (place ? loadPlace(l, self, place) : { operand: nothing, type: anyValue });
  const isFree = freeIndex(l, info.name, field.name) >= 0;
  const present = field.name !== ownNameField && (isFree || !place || isCertain(context, info, field, place));
  const isHidden = shown === "cause" || (shown === "message" && !listsMessage(context, info));
  const hidden = isErrorClass(context, info) && isHidden;
  const state = (): Operand => {
    if (hidden) return constants.int(propertyStates.hidden);
    const mayBeMore = place !== undefined && mayHoldProperty(context, place.type);
    return mayBeMore ? shownState(l, raw()) : constants.int(propertyStates.value);
  };
  answers.on(reflection.state - index, () => {
    if (present) return answers.number(state());
    const absent = isNullish(l, raw(), "undefined");
    const none = (): Operand => constants.int(propertyStates.absent);
    return answers.number(l.choose(absent, "int", none, state));
  });
  answers.on(2 * index + 1, () => convert(l, shownValue(l, raw()), anyValue, true));
}

/** What `toJSON` and a `toString` of the program give. */
function answerMethods(answers: Answers, info: ClassInfo): void {
  const { l, self } = answers;
  const itself = (): Operand => l.op("value_from_ref", [self], "value");
  answers.on(reflection.json, () => {
    const key = l.runtime("json.stringify.keyOfJson", [], "ref");
    return callNamed(l, info, self, "toJSON", [{ operand: key, type: stringType }], itself) ?? itself();
  });
  answers.on(reflection.ownText, () => callNamed(l, info, self, "toString", [], () => nothing) ?? nothing);
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
function shownFunction(context: Context, info: ClassInfo): string {
  if (info.constructs !== undefined)
    return graphOfClosure(context, info)?.notes.shown ?? `class ${info.displayName}`;
  const name = ownFunctionName(context, info);
  return name === "" ? "Function (anonymous)" : `Function: ${name}`;
}

export function makeReflection(context: Context): void {
  if (context.hasBigInts) context.setReflection(bigIntStruct, "runtime.bigint.reflection.reflect");
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
      if (layout.hole === "undefined" && isValueType(info.element) && info.element.undefined)
        undefinedIn.add(layout.itemsStruct);
      const known = storages.get(layout.itemsStruct);
      // One storage of arrays of several types is shown as holding all of them.
      const stored = known ? joinTypes(known.stored, layout.stored) : layout.stored;
      const element = known ? joinTypes(known.element, layout.element) : layout.element;
      storages.set(layout.itemsStruct, { ...layout, stored, element });
    } else if (info.kind !== "cell") {
      const typed = typedKindOf(context, name);
      // Buffers show as text.
      if (typed && kindOf(context, info) === reflectedKinds.typedArray) reflectTyped(context, info, typed);
      else reflectClass(context, info);
    }
  }
  for (const [struct, layout] of storages) {
    reflectItems(context, layout, holed.has(struct) && !undefinedIn.has(struct) ? "hole" : "undefined");
  }
  if (arrays) reflectList(context);
}

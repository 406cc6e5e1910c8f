/** Arrays and typed arrays tell of their elements. */
import type { TypedArrayKind } from "../../graph/byte-types.ts";
import { block, constants, link, type Operand } from "../../graph/graph.ts";
import type { ClassInfo } from "../../graph/program.ts";
import { objectType } from "../../graph/types.ts";
import {
  listStruct,
  propertyStates,
  reflectedKinds,
  reflection,
  reflectSlot,
} from "../../graph/well-known.ts";
import type { Context } from "../context.ts";
import { convert } from "../convert.ts";
import type { ArrayLayout } from "../layout.ts";
import { anyValue } from "../library/console.ts";
import type { Known, Lowering } from "../lowering.ts";
import { Answers, nothing } from "../objects/reflection-answers.ts";
import { negated } from "../primitives/equality.ts";
import { isHole, loadItem, loadWord } from "./array-access.ts";
import { loadElement, typedLength } from "./typed-arrays.ts";

/** A typed array shows its elements. */
export function reflectTyped(context: Context, info: ClassInfo, kind: TypedArrayKind): void {
  const name = `${info.name}.reflect`;
  const answers = new Answers(context, name);
  const { l, self, what } = answers;
  const array: Known = { operand: self, type: objectType(info.name) };
  answers.onNumber(reflection.kind, reflectedKinds.typedArray);
  answers.on(reflection.name, () => answers.text(info.displayName));
  answers.on(reflection.count, () => answers.number(typedLength(l, array)));
  answers.finish(() => {
    const asksState = l.op("int_lt", [what, constants.int(0)], "bool");
    return l.choose(
      asksState,
      "value",
      () => answers.number(constants.int(propertyStates.value)),
      () => {
        const index = l.op("int_div", [what, constants.int(2)], "int");
        return convert(l, loadElement(l, array, index, kind), anyValue, true);
      },
    );
  });
  context.setReflection(info.name, name);
}

/** What an item that reads as undefined is. Arrays that share a storage share its reflection. */
type Unwritten = "hole" | "undefined";

/** The storage of a list, or an array that is its storage. */
export function reflectItems(context: Context, layout: ArrayLayout, unwritten: Unwritten): void {
  const name = `${layout.itemsStruct}.reflect`;
  const answers = new Answers(context, name);
  const { l, self, what } = answers;
  answers.onNumber(reflection.kind, reflectedKinds.array);
  answers.on(reflection.name, () => answers.text("Array"));
  answers.on(reflection.count, () =>
    answers.number(l.op("get_length", [self], "int", { struct: layout.itemsStruct })),
  );
  answers.on(reflection.json, () => l.op("value_from_ref", [self], "value"));
  answers.on(reflection.ownText, () => nothing);
  answers.finish(() => {
    const [item, state] = [block(), block()];
    const asksState = l.op("int_lt", [what, constants.int(0)], "bool");
    l.end({ kind: "branch", condition: asksState, then: link(state), else: link(item) });
    l.start(state);
    const stateIndex = l.op("int_sub", [constants.int(reflection.state), what], "int");
    l.end({
      kind: "return",
      value: answers.number(itemState(l, loadWord(l, self, stateIndex, layout), layout, unwritten)),
    });
    l.start(item);
    const index = l.op("int_div", [what, constants.int(2)], "int");
    return convert(l, loadItem(l, self, index, layout), anyValue, true);
  });
  context.setReflection(layout.itemsStruct, name);
}

/** A number of `propertyStates` for an item. */
function itemState(l: Lowering, word: Known, layout: ArrayLayout, unwritten: Unwritten): Operand {
  if (unwritten === "undefined" || !word.type.undefined) return constants.int(propertyStates.value);
  return l.op("bool_to_int", [negated(l, isHole(l, word, layout))], "int");
}

/** A list answers with its length, and passes questions on to its storage. */
export function reflectList(context: Context): void {
  const name = `${listStruct}.reflect`;
  const answers = new Answers(context, name);
  const { l, self, what } = answers;
  answers.onNumber(reflection.kind, reflectedKinds.array);
  answers.on(reflection.name, () => answers.text("Array"));
  answers.on(reflection.json, () => l.op("value_from_ref", [self], "value"));
  answers.on(reflection.ownText, () => nothing);
  answers.on(reflection.count, () => answers.number(l.get(self, listStruct, "length", "int")));
  answers.finish(() => {
    const items = l.get(self, listStruct, "items", "ref");
    const code = l.op("ref_method", [items], "code", { slot: reflectSlot }, "reflect");
    return l.op("call_indirect", [code, items, what], "value");
  });
  context.setReflection(listStruct, name);
}

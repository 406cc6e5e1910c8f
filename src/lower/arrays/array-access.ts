/** Length, storage and elements of arrays of either layout (layout.ts), and how they are made and grow. */
import { constants, type Operand } from "../../graph/graph.ts";
import { representationOf } from "../../graph/representation.ts";
import type { ValueType } from "../../graph/types.ts";
import { listStruct } from "../../graph/well-known.ts";
import { InternalFault } from "../../source/messages.ts";
import { convert, isNullish, lowTypeOf, nullishConstant } from "../convert.ts";
import { callHelper } from "../helper.ts";
import type { ArrayLayout } from "../layout.ts";
import type { Known, Lowering } from "../lowering.ts";

/** The layout of the arrays that a type holds; they meet, so they have one. */
export function layoutOf(l: Lowering, type: ValueType): ArrayLayout {
  const name = type.objects.find((one) => l.context.layout.isArray(one));
  if (name === undefined) throw new InternalFault("no array where one is needed");
  return l.context.layout.array(name);
}

export function lengthOf(l: Lowering, array: Operand, layout: ArrayLayout): Operand {
  if (layout.kind === "list") return l.get(array, listStruct, "length", "int");
  return l.op("get_length", [array], "int", { struct: layout.itemsStruct }, "length");
}

export function storageOf(l: Lowering, array: Operand, layout: ArrayLayout): Operand {
  return layout.kind === "list" ? l.get(array, listStruct, "items", "ref") : array;
}

/** An element of the storage; the index is in range. */
export function loadItem(l: Lowering, storage: Operand, index: Operand, layout: ArrayLayout): Known {
  return elementOf(l, loadWord(l, storage, index, layout), layout);
}

/** What a word of the storage reads as. */
export function elementOf(l: Lowering, word: Known, layout: ArrayLayout): Known {
  if (layout.hole === "undefined") return word;
  const { element } = layout;
  const low = lowTypeOf(element);
  const operand = l.choose(
    isHole(l, word, layout),
    low,
    () => nullishConstant(representationOf(element), "undefined"),
    () => convert(l, word, element, true),
    false,
  );
  return { operand, type: element };
}

/** A word of the storage, which may be a hole. */
export function loadWord(l: Lowering, storage: Operand, index: Operand, layout: ArrayLayout): Known {
  const { stored, item, itemsStruct } = layout;
  if (lowTypeOf(stored) === "void") return { operand: constants.nil, type: stored };
  return { operand: l.op("get_item", [storage, index], item, { struct: itemsStruct }, "item"), type: stored };
}

/** The word stands for an element that was never written. */
export function isHole(l: Lowering, word: Known, layout: ArrayLayout): Operand {
  if (layout.hole !== "cell") return isNullish(l, word, layout.hole);
  return l.op("value_eq", [word.operand, cellWord(l)], "bool");
}

/** Some element of these arrays may never have been written. */
export function mayHaveHoles(l: Lowering, array: Known): boolean {
  return array.type.objects.some((one) => l.context.layout.isArray(one) && l.context.classOf(one).holes);
}

/** The element at an index within the array was written. */
export function isWritten(l: Lowering, array: Known, index: Operand): Operand {
  if (!mayHaveHoles(l, array)) return constants.bool(true);
  const layout = layoutOf(l, array.type);
  const word = loadWord(l, storageOf(l, array.operand, layout), index, layout);
  return l.op("bool_not", [isHole(l, word, layout)], "bool");
}

function cellWord(l: Lowering): Operand {
  return l.op("value_from_ref", [constants.special("ref", "null")], "value");
}

export function storeItem(
  l: Lowering,
  storage: Operand,
  index: Operand,
  layout: ArrayLayout,
  known: Known,
): void {
  storeConverted(l, storage, index, layout, convert(l, known, layout.stored));
}

/** The operand is in the representation of the stored elements already. */
export function storeConverted(
  l: Lowering,
  storage: Operand,
  index: Operand,
  layout: ArrayLayout,
  operand: Operand,
): void {
  if (lowTypeOf(layout.stored) !== "void")
    l.do("set_item", [storage, index, operand], { struct: layout.itemsStruct });
}

/** A list around a storage of which the first `length` items are elements. */
export function newList(l: Lowering, storage: Operand, length: Operand): Operand {
  const list = l.op("allocate", [], "ref", { struct: listStruct }, "list");
  l.set(list, listStruct, "length", length);
  l.set(list, listStruct, "items", storage);
  return list;
}

export function newStorage(l: Lowering, length: Operand, layout: ArrayLayout): Operand {
  return l.op("allocate_items", [length], "ref", { struct: layout.itemsStruct }, "items");
}

/** The array whose elements are the whole storage. */
export function wrap(l: Lowering, storage: Operand, length: Operand, layout: ArrayLayout): Operand {
  return layout.kind === "list" ? newList(l, storage, length) : storage;
}

/** The empty storage that all empty lists of an item type start with. */
export function emptyStorage(l: Lowering, layout: ArrayLayout): Operand {
  const struct = layout.itemsStruct;
  const name = `empty.${struct}`;
  const { statics } = l.context.target;
  if (!statics.has(name)) statics.set(name, { name, struct, fields: {}, items: [] });
  return constants.static(name);
}

/** What stands where no element was written; undefined where there are no holes. */
export function hole(l: Lowering, layout: ArrayLayout): Operand | undefined {
  if (layout.hole === "cell") return cellWord(l);
  if (layout.hole === "null") return nullishConstant(representationOf(layout.stored), "null");
  const representation = representationOf(layout.stored);
  return layout.stored.undefined && representation.kind !== "unit"
    ? nullishConstant(representation, "undefined")
    : undefined;
}

/** Storage is born full of holes. */
export function isZeroHole(layout: ArrayLayout): boolean {
  return layout.hole === "undefined" && (layout.item === "ref" || layout.item === "value");
}

/** Fills items with holes where 0 bits do not say undefined. */
export function fillHoles(
  l: Lowering,
  storage: Operand,
  from: Operand,
  to: Operand,
  layout: ArrayLayout,
): void {
  const filler = hole(l, layout);
  if (filler === undefined) return;
  if (isZeroHole(layout)) {
    const count = l.op("int_sub", [to, from], "int");
    l.do("clear_items", [storage, from, count]);
    return;
  }
  l.loop(from, to, (index) => storeConverted(l, storage, index, layout, filler));
}

/** Makes room for at least `needed` elements in a list, growing by half. */
export function reserve(l: Lowering, list: Operand, needed: Operand, layout: ArrayLayout): void {
  const args = [
    { operand: list, type: "ref", name: "list" },
    { operand: needed, type: "int", name: "needed" },
  ] as const;
  callHelper(l, `arrays.reserve.${layout.itemsStruct}`, args, "void", (h, self, count) => {
    const items = h.get(self!, listStruct, "items", "ref");
    const capacity = h.op("get_length", [items], "int", { struct: layout.itemsStruct }, "capacity");
    h.when(h.op("int_gt", [count!, capacity], "bool"), () => {
      const half = h.op("int_div", [capacity, constants.int(2)], "int");
      const grown = h.op("int_add", [h.op("int_add", [capacity, half], "int"), constants.int(4)], "int");
      const size = h.op("int_max", [grown, count!], "int");
      const larger = newStorage(h, size, layout);
      const length = h.get(self!, listStruct, "length", "int");
      h.do("copy_items", [larger, constants.int(0), items, constants.int(0), length]);
      h.set(self!, listStruct, "items", larger);
    });
    return undefined;
  });
}

/** A fresh array of the receiver's layout with items from..to of its storage. */
export function copyRange(l: Lowering, array: Known, from: Operand, count: Operand): Operand {
  const layout = layoutOf(l, array.type);
  const copy = newStorage(l, count, layout);
  l.do("copy_items", [copy, constants.int(0), storageOf(l, array.operand, layout), from, count]);
  return wrap(l, copy, count, layout);
}

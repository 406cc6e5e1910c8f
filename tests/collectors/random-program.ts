import assert from "node:assert/strict";
import { newFrame } from "../../src/graph/root-words.ts";
import { doubleValue, type Mutator, type Shape, undefinedValue } from "./mutator.ts";

/** What the program thinks an object holds. Its references are to other models. */
interface Model {
  readonly shape: Shape;
  readonly integers: number[];
  readonly references: (Model | null)[];
  readonly values: (Model | number)[];
  readonly weak: (Model | null)[];
  readonly items: (Model | number | null)[];
  /** What the collector was told or asked about it: an address, a number. */
  pinnedAt?: number;
  hash?: number;
  /** Of a watch: the object that will be its one reference when nothing else leads there. */
  watched?: Model;
  /** A cell of the list. */
  inList?: boolean;
  /** It was dead but for its finalizer, or for that of an object that leads to it: weak references to it are cleared. */
  revived?: boolean;
}

/**
 * Does `steps` random things to objects and to a model of them, and compares the two now and then. A collector that
 * `findsAllDead` has called for every finalizer in the end.
 */
export function playAtRandom(mutator: Mutator, seed: number, steps: number, findsAllDead = false): void {
  new RandomProgram(mutator, seed, findsAllDead).run(steps);
}

/** Bytes of items that make any array a large one. */
const largeBytes = 8400;
const tableShapes = [4, 5];
const cellShape = 1;
/** Static variables: the list, then the tables; these are marked before it. */
const listVariable = 0;
const tableVariables = 1;
const longestList = 100;

/** References of these are not written at random. */
function isLeftAlone({ watched, inList }: Model): boolean {
  return watched !== undefined || inList === true;
}

class RandomProgram {
  readonly #mutator: Mutator;
  readonly #findsAllDead: boolean;
  readonly #shapes: Shape[];
  /** Root slots and what they hold: the stack, then some static variables. */
  readonly #stack: { slot: number; model: Model | null }[] = [];
  readonly #statics: { slot: number; model: Model | null }[];
  readonly #watch: Shape;
  readonly #watched = new Set<Model>();
  readonly #hashed = new Map<number, Model>();
  #listLength = 0;
  #seed: number;

  // The comparison that is going on: what was met so far, and what is to be looked at.
  readonly #met = new Map<Model, number>();
  readonly #modelsAt = new Map<number, Model>();
  readonly #queue: Model[] = [];
  readonly #waiting: Model[] = [];

  constructor(mutator: Mutator, seed: number, findsAllDead: boolean) {
    this.#mutator = mutator;
    this.#findsAllDead = findsAllDead;
    this.#seed = Math.imul(seed, 0x9e3779b9);
    this.#shapes = [
      mutator.defineShape({ integers: 1 }),
      mutator.defineShape({ references: 2 }),
      mutator.defineShape({ integers: 2, references: 3 }),
      mutator.defineShape({ values: 2, references: 1 }),
      mutator.defineShape({ items: "references" }),
      mutator.defineShape({ items: "values", integers: 1, references: 1 }),
      mutator.defineShape({ items: "bytes", values: 1 }),
      mutator.defineShape({ weak: 2, references: 1 }),
      mutator.defineShape({ weak: 2, ephemeron: true, integers: 1 }),
    ];
    this.#watch = mutator.defineShape({ references: 1, weak: 1, finalizable: true });
    this.#statics = Array.from({ length: 8 }, (_, i) => ({ slot: mutator.staticSlot(i), model: null }));
  }

  run(steps: number): void {
    this.#fillTable(0);
    this.#fillTable(1);
    for (let step = 0; step < steps; step++) {
      const choice = this.#random(100);
      if (choice < 30) this.#allocate();
      else if (choice < 50) this.#mutate();
      else if (choice < 60) this.#addToList();
      else if (choice < 75) this.#move();
      else if (choice < 79) this.#copy();
      else if (choice < 89) this.#pop();
      else if (choice < 94) this.#setStatic();
      else if (choice < 96) this.#askForHash();
      else if (choice < 97) this.#pin();
      else if (choice < 98) this.#watchObject();
      else if (choice < 99 && this.#random(16) === 0) this.#mutator.collect();
      if (step % 300 === 299) {
        this.#compare();
      }
    }
    // Each time some finalizers are found, until all have been.
    let ready = 0;
    do {
      this.#mutator.collect();
      ready = this.#compare();
    } while (ready > 0);
    if (this.#findsAllDead)
      for (const watch of this.#waiting) assert.ok(watch.watched && this.#met.has(watch.watched));
  }

  /** Two static variables hold large arrays: what is in them lives long. */
  #fillTable(i: number): void {
    this.#create(this.#shapes[tableShapes[i]!]!, largeBytes / this.#mutator.wordSize);
    const table = this.#stack.pop()!;
    const variable = this.#statics[tableVariables + i]!;
    this.#mutator.set(variable.slot, this.#mutator.get(table.slot));
    variable.model = table.model;
    this.#mutator.popTo(table.slot);
  }

  /** Of xorshift, all of whose bits are good: with others the choices of a step would depend on each other. */
  #random(n: number): number {
    this.#seed ^= this.#seed << 13;
    this.#seed ^= this.#seed >>> 17;
    this.#seed ^= this.#seed << 5;
    return (this.#seed >>> 0) % n;
  }

  #allocate(): void {
    const shape = this.#shapes[this.#random(this.#shapes.length)]!;
    this.#create(shape, shape.items === "none" ? 0 : this.#randomLength());
    const { slot, model } = this.#stack.at(-1)!;
    // Some are only to be found from the stack, some from a table, some from another object.
    const holder =
      this.#random(8) === 0 ? this.#statics[tableVariables + this.#random(2)]! : this.#anyObject();
    const address = "slot" in holder ? this.#mutator.get(holder.slot) : holder.address;
    this.#refer(address, holder.model, this.#mutator.get(slot), model);
  }

  #create(shape: Shape, length: number): void {
    // As if a function had been called: nothing below is written until it has returned.
    if (this.#random(16) === 0) this.#mutator.push(newFrame);
    const slot = this.#mutator.allocate(shape, length);
    const weak = shape.weak.map((_, i) => {
      const { address, model } = this.#anyObject();
      if (i === 1 && shape.ephemeron) this.#mutator.setKept(this.#mutator.get(slot), shape, address);
      else this.#mutator.setWeak(this.#mutator.get(slot), shape, i, address);
      return model;
    });
    const item = { none: 0, references: null, values: undefinedValue, bytes: 0 }[shape.items];
    this.#stack.push({
      slot,
      model: {
        shape,
        integers: shape.integers.map(() => 0),
        references: shape.references.map(() => null),
        values: shape.values.map(() => undefinedValue),
        weak,
        items: Array.from({ length }, () => item),
      },
    });
  }

  #randomLength(): number {
    const choice = this.#random(300);
    if (choice === 0) return largeBytes / this.#mutator.wordSize + this.#random(100);
    return this.#random(choice < 20 ? 400 : 6);
  }

  #pop(): void {
    const keep = this.#random(this.#stack.length + 1);
    const first = this.#stack[Math.max(keep, this.#stack.length - 8)];
    if (first === undefined) return;
    this.#mutator.popTo(first.slot);
    this.#stack.length = this.#stack.indexOf(first);
  }

  #roots(): { slot: number; model: Model | null }[] {
    return [...this.#stack, ...this.#statics];
  }

  #setStatic(): void {
    const i = this.#random(this.#statics.length);
    if (i < tableVariables + tableShapes.length) {
      if (i >= tableVariables && this.#random(64) === 0) this.#fillTable(i - tableVariables);
      return;
    }
    const variable = this.#statics[i]!;
    const { address, model } = this.#anyObject();
    this.#mutator.set(variable.slot, address);
    variable.model = model;
  }

  #mutate(): void {
    const { address, model } = this.#anyObject();
    if (model === null || isLeftAlone(model)) return;
    const shape = model.shape;
    const target = this.#random(9) === 0 ? { address: 0, model: null } : this.#anyObject();
    const value =
      this.#random(2) === 0 || target.model === null
        ? [undefinedValue, doubleValue + this.#random(1000)][this.#random(2)]!
        : target.model;
    const bits = typeof value === "number" ? value : target.address;
    const pick = (count: number) => this.#random(count);
    if (shape.integers.length > 0) {
      const i = pick(shape.integers.length);
      model.integers[i] = this.#random(1 << 30) * 1000;
      this.#mutator.setInteger(address, shape, i, model.integers[i]!);
    }
    if (shape.references.length > 0) {
      const i = pick(shape.references.length);
      model.references[i] = target.model;
      this.#mutator.setReference(address, shape, i, target.address);
    }
    if (shape.values.length > 0) {
      const i = pick(shape.values.length);
      model.values[i] = value;
      this.#mutator.setValue(address, shape, i, bits);
    }
    if (shape.ephemeron && this.#mutator.getWeak(address, shape, 0) !== 0) {
      model.weak[1] = target.model;
      this.#mutator.setKept(address, shape, target.address);
    }
    if (model.items.length > 0) {
      const i = this.#randomItem(model.items.length);
      const byte = this.#random(256);
      model.items[i] = { none: 0, bytes: byte, references: target.model, values: value }[shape.items];
      this.#mutator.setItem(
        address,
        shape,
        i,
        { none: 0, bytes: byte, references: target.address, values: bits }[shape.items],
      );
    }
  }

  /** What one reference leads to goes elsewhere, where a mark may have been already, and the reference away. */
  #move(): void {
    // Not the first reference: the list stays whole.
    const from = this.#random(4) === 0 ? this.#anyObject() : this.#cellOfList(this.#random(this.#listLength));
    if (from.model === null) return;
    const { shape, references } = from.model;
    const i = references.findLastIndex((reference) => reference !== null);
    if (i < 1) return;
    const address = this.#mutator.getReference(from.address, shape, i);
    const target = references[i]!;
    const variable = tableVariables + this.#random(this.#statics.length - tableVariables);
    const to = this.#statics[variable]!;
    if (variable < tableVariables + tableShapes.length)
      this.#refer(this.#mutator.get(to.slot), to.model, address, target);
    else {
      this.#mutator.set(to.slot, address);
      to.model = target;
    }
    this.#mutator.setReference(from.address, shape, i, 0);
    references[i] = null;
  }

  /** A list, which a mark goes through one by one, gets a cell with the object that was created last. */
  #addToList(): void {
    const shape = this.#shapes[cellShape]!;
    const cell = this.#mutator.allocate(shape);
    const list = this.#statics[listVariable]!;
    const last = this.#stack.pop() ?? { slot: cell, model: null };
    const address = this.#mutator.get(cell);
    this.#mutator.setReference(address, shape, 0, this.#mutator.get(list.slot));
    this.#mutator.setReference(address, shape, 1, last.model === null ? 0 : this.#mutator.get(last.slot));
    this.#mutator.set(list.slot, address);
    this.#mutator.popTo(last.slot);
    list.model = {
      shape,
      integers: [],
      references: [list.model, last.model],
      values: [],
      weak: [],
      items: [],
      inList: true,
    };
    this.#listLength += 1;
    if (this.#listLength > longestList) {
      // The end goes away.
      this.#listLength = this.#random(longestList);
      const { address, model } = this.#cellOfList(this.#listLength);
      if (model === null) return;
      this.#mutator.setReference(address, model.shape, 0, 0);
      model.references[0] = null;
    }
  }

  /** A cell so far down the list, or the last. */
  #cellOfList(depth: number): { address: number; model: Model | null } {
    const list = this.#statics[listVariable]!;
    let { model } = list;
    let address = this.#mutator.get(list.slot);
    for (let left = depth; left > 0 && model?.references[0]; left--) {
      address = this.#mutator.getReference(address, model.shape, 0);
      model = model.references[0];
    }
    return { address, model };
  }

  /** An item or the first free reference of a holder leads to a target now, if it has any. */
  #refer(address: number, holder: Model | null, target: number, model: Model | null): void {
    if (holder === null || isLeftAlone(holder)) return;
    const { shape, items, references } = holder;
    if (items.length > 0 && shape.items !== "bytes") {
      const item = this.#randomItem(items.length);
      this.#mutator.setItem(address, shape, item, target);
      items[item] = model;
    } else if (references.length > 0) {
      const i = Math.max(references.indexOf(null), 0);
      this.#mutator.setReference(address, shape, i, target);
      references[i] = model;
    }
  }

  #copy(): void {
    const from = this.#anyObject();
    const to = this.#anyObject();
    if (from.model === null || to.model === null || from.model.items.length === 0) return;
    const { shape, items } = to.model;
    if (shape !== from.model.shape || items.length === 0) return;
    const count = 1 + this.#random(Math.min(items.length, from.model.items.length));
    const source = this.#random(from.model.items.length - count + 1);
    const target = this.#random(items.length - count + 1);
    this.#mutator.copyItems(to.address, target, from.address, source, count, shape);
    items.splice(target, count, ...from.model.items.slice(source, source + count));
  }

  #askForHash(): void {
    const { address, model } = this.#anyObject();
    if (model === null) return;
    const hash = this.#mutator.identityHash(address);
    if (hash === undefined) return;
    assert.equal(hash, model.hash ?? hash, "an object's hash has changed");
    assert.equal(this.#hashed.get(hash) ?? model, model, "two objects have one hash");
    model.hash = hash;
    this.#hashed.set(hash, model);
  }

  #pin(): void {
    const { address, model } = this.#anyObject();
    if (model === null) return;
    const slot = this.#mutator.push(address);
    if (this.#mutator.pin(slot)) model.pinnedAt = this.#mutator.get(slot);
    this.#mutator.popTo(slot);
  }

  /** The object gets a finalizer: what is ready for it will be found by a comparison. */
  #watchObject(): void {
    const slot = this.#mutator.allocate(this.#watch);
    const { address, model } = this.#anyObject();
    if (model === null || this.#watched.has(model)) {
      this.#mutator.popTo(slot);
      return;
    }
    this.#watched.add(model);
    this.#mutator.setWeak(this.#mutator.get(slot), this.#watch, 0, address);
    this.#stack.push({
      slot,
      model: {
        shape: this.#watch,
        integers: [],
        references: [null],
        values: [],
        weak: [],
        items: [],
        watched: model,
      },
    });
  }

  /** Mostly one of a few, so that what was written into a long array is found again. */
  #randomItem(length: number): number {
    const places = 100;
    return length <= places || this.#random(16) === 0
      ? this.#random(length)
      : this.#random(places) * Math.floor(length / places);
  }

  /** Starts at a random root and follows a few random references. */
  #anyObject(): { address: number; model: Model | null } {
    const roots = this.#roots();
    const root = roots[this.#random(roots.length)]!;
    let { model } = root;
    let address = this.#mutator.get(root.slot);
    for (let hops = this.#random(12); hops > 0 && model !== null; hops--) {
      const next = this.#neighbour(address, model);
      if (next === undefined) break;
      ({ address, model } = next);
    }
    return { address, model };
  }

  /** What a random reference or item of an object leads to. */
  #neighbour(
    address: number,
    { shape, references, items }: Model,
  ): { address: number; model: Model } | undefined {
    let i = this.#random(references.length + Math.min(items.length, 1));
    while (references[i] === null) i++;
    const item = this.#randomItem(items.length);
    const model = i < references.length ? references[i] : items[item];
    if (!model || typeof model === "number") return undefined;
    const found =
      i < references.length
        ? this.#mutator.getReference(address, shape, i)
        : this.#mutator.getItem(address, shape, item);
    return { address: found, model };
  }

  /**
   * Walks objects and models side by side; one model is one object, and the other way round. Gives how many objects were
   * found ready for their finalizers; from now on they are ordinary ones.
   */
  #compare(): number {
    this.#met.clear();
    this.#modelsAt.clear();
    this.#waiting.length = 0;
    for (const { slot, model } of this.#roots()) this.#same(this.#mutator.get(slot), model);
    this.#compareMet();
    this.#compareKept();
    const ready = this.#waiting.filter((watch) => this.#readyOf(watch) !== 0);
    for (const watch of ready) this.#revive(watch);
    this.#compareKept();
    for (const model of this.#met.keys()) this.#compareWeak(model);
    return ready.length;
  }

  /** An object of the heap stands for a model. */
  #same(address: number, model: Model | null): void {
    if (model === null) {
      assert.equal(address, 0);
      return;
    }
    assert.equal(this.#met.get(model) ?? address, address, "one object has two addresses");
    assert.equal(this.#modelsAt.get(address) ?? model, model, "two objects have one address");
    if (this.#met.has(model)) return;
    this.#met.set(model, address);
    this.#modelsAt.set(address, model);
    this.#queue.push(model);
  }

  #sameValue(bits: number, value: Model | number | null): void {
    if (typeof value === "number") assert.equal(bits, value);
    else this.#same(bits, value);
  }

  #compareMet(): void {
    for (let model = this.#queue.pop(); model !== undefined; model = this.#queue.pop()) {
      if (model.watched !== undefined) this.#waiting.push(model);
      else this.#compareObject(this.#met.get(model)!, model);
    }
  }

  /** What living keys keep, until that is nothing new. A finalizer's object may come before one that such a key leads to. */
  #compareKept(): void {
    for (let before = 0; before < this.#met.size; ) {
      before = this.#met.size;
      for (const [{ shape, weak }, address] of [...this.#met]) {
        if (shape.ephemeron && weak[0] && this.#met.has(weak[0]))
          this.#same(this.#mutator.getWeak(address, shape, 1), weak[1]!);
      }
      this.#compareMet();
    }
  }

  #compareObject(
    object: number,
    { shape, integers, references, values, items, pinnedAt, hash }: Model,
  ): void {
    const mutator = this.#mutator;
    assert.equal(object, pinnedAt ?? object, "a pinned object has moved");
    if (hash !== undefined) assert.equal(mutator.identityHash(object), hash, "an object's hash has changed");
    integers.forEach((value, i) => {
      assert.equal(mutator.getInteger(object, shape, i), value);
    });
    references.forEach((target, i) => {
      this.#same(mutator.getReference(object, shape, i), target);
    });
    values.forEach((value, i) => {
      this.#sameValue(mutator.getValue(object, shape, i), value);
    });
    if (shape.items === "none") return;
    assert.equal(mutator.length(object), items.length);
    items.forEach((value, i) => {
      this.#sameValue(mutator.getItem(object, shape, i), value);
    });
  }

  #readyOf(watch: Model): number {
    return this.#mutator.getReference(this.#met.get(watch)!, watch.shape, 0);
  }

  #revive(watch: Model): void {
    const model = watch.watched!;
    assert.ok(!this.#met.has(model), "an object that lives was found ready for its finalizer");
    const before = new Set(this.#met.keys());
    this.#same(this.#readyOf(watch), model);
    watch.references[0] = model;
    delete watch.watched;
    this.#compareMet();
    for (const met of this.#met.keys()) if (!before.has(met)) met.revived = true;
  }

  /** A weak reference leads where it did, or nothing else leads there. */
  #compareWeak(holder: Model): void {
    const address = this.#met.get(holder)!;
    const weak = holder.shape.ephemeron ? holder.weak.slice(0, 1) : holder.weak;
    const targets = holder.watched === undefined ? weak : [holder.watched];
    targets.forEach((target, i) => {
      const found = this.#mutator.getWeak(address, holder.shape, i);
      const expected = target === null ? undefined : this.#met.get(target);
      if (expected === undefined)
        assert.ok(!this.#modelsAt.has(found), "a weak reference leads to another object");
      else if (target?.revived !== true || found !== 0) assert.equal(found, expected);
    });
  }
}

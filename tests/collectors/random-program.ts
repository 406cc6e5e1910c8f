import assert from "node:assert/strict";
import { doubleValue, type Mutator, type Shape, undefinedValue } from "./mutator.ts";

/** What the program thinks an object holds. Its references are to other models. */
interface Model {
  readonly shape: Shape;
  readonly integers: number[];
  readonly references: (Model | null)[];
  readonly values: (Model | number)[];
  readonly weak: (Model | null)[];
  readonly items: (Model | number | null)[];
}

/** Does `steps` random things to objects and to a model of them, and compares the two now and then. */
export function playAtRandom(mutator: Mutator, seed: number, steps: number): void {
  new RandomProgram(mutator, seed).run(steps);
}

class RandomProgram {
  readonly #mutator: Mutator;
  readonly #shapes: Shape[];
  /** Root slots and what they hold: the stack, then some static variables. */
  readonly #stack: { slot: number; model: Model | null }[] = [];
  readonly #statics: { slot: number; model: Model | null }[];
  #seed: number;

  constructor(mutator: Mutator, seed: number) {
    this.#mutator = mutator;
    this.#seed = seed;
    this.#shapes = [
      mutator.defineShape({ integers: 1 }),
      mutator.defineShape({ references: 1 }),
      mutator.defineShape({ integers: 2, references: 3 }),
      mutator.defineShape({ values: 2, references: 1 }),
      mutator.defineShape({ items: "references" }),
      mutator.defineShape({ items: "values", integers: 1, references: 1 }),
      mutator.defineShape({ items: "bytes", values: 1 }),
      mutator.defineShape({ weak: 2, references: 1 }),
    ];
    this.#statics = [0, 1, 2].map((i) => ({ slot: mutator.staticSlot(i), model: null }));
  }

  run(steps: number): void {
    for (let step = 0; step < steps; step++) {
      const choice = this.#random(100);
      if (choice < 35) this.#allocate();
      else if (choice < 80) this.#mutate();
      else if (choice < 90) this.#pop();
      else if (choice < 97) this.#setStatic();
      else if (choice < 98) this.#mutator.collect();
      if (step % 300 === 299) this.#compare();
    }
    this.#mutator.collect();
    this.#compare();
  }

  #random(n: number): number {
    this.#seed = (Math.imul(this.#seed, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor(this.#seed / 16) % n;
  }

  #allocate(): void {
    const shape = this.#shapes[this.#random(this.#shapes.length)]!;
    const length = shape.items === "none" ? 0 : this.#random(this.#random(10) === 0 ? 400 : 12);
    const slot = this.#mutator.allocate(shape, length);
    const weak = shape.weak.map((_, i) => {
      const { address, model } = this.#anyObject();
      this.#mutator.setWeak(this.#mutator.get(slot), shape, i, address);
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

  #pop(): void {
    const keep = this.#random(this.#stack.length + 1);
    const first = this.#stack[Math.max(keep, this.#stack.length - 8)];
    if (first === undefined) return;
    this.#mutator.popTo(first.slot);
    this.#stack.length = this.#stack.indexOf(first);
  }

  #setStatic(): void {
    const variable = this.#statics[this.#random(this.#statics.length)]!;
    const { address, model } = this.#anyObject();
    this.#mutator.set(variable.slot, address);
    variable.model = model;
  }

  #mutate(): void {
    const { address, model } = this.#anyObject();
    if (model === null) return;
    const shape = model.shape;
    const target = this.#random(5) === 0 ? { address: 0, model: null } : this.#anyObject();
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
    if (model.items.length > 0) {
      const i = pick(model.items.length);
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

  /** Starts at a random root and follows a few random references. */
  #anyObject(): { address: number; model: Model | null } {
    const roots = [...this.#stack, ...this.#statics];
    const root = roots[this.#random(roots.length)]!;
    let { model } = root;
    let address = this.#mutator.get(root.slot);
    for (let hops = this.#random(6); hops > 0 && model !== null && model.references.length > 0; hops--) {
      const i = this.#random(model.references.length);
      const next: Model | null = model.references[i]!;
      if (next === null) break;
      address = this.#mutator.getReference(address, model.shape, i);
      model = next;
    }
    return { address, model };
  }

  /** Walks objects and models side by side; one model is one object, and the other way round. */
  #compare(): void {
    const addresses = new Map<Model, number>();
    const models = new Map<number, Model>();
    const holders: { object: number; model: Model }[] = [];
    const queue: Model[] = [];
    const same = (address: number, model: Model | null): void => {
      if (model === null) {
        assert.equal(address, 0);
        return;
      }
      assert.equal(addresses.get(model) ?? address, address, "one object has two addresses");
      assert.equal(models.get(address) ?? model, model, "two objects have one address");
      if (addresses.has(model)) return;
      addresses.set(model, address);
      models.set(address, model);
      queue.push(model);
    };
    const sameValue = (bits: number, value: Model | number | null): void => {
      if (typeof value === "number") assert.equal(bits, value);
      else same(bits, value);
    };
    for (const { slot, model } of [...this.#stack, ...this.#statics]) same(this.#mutator.get(slot), model);
    for (const model of queue) {
      const { shape } = model;
      const object = addresses.get(model)!;
      model.integers.forEach((value, i) => {
        assert.equal(this.#mutator.getInteger(object, shape, i), value);
      });
      model.references.forEach((target, i) => {
        same(this.#mutator.getReference(object, shape, i), target);
      });
      model.values.forEach((value, i) => {
        sameValue(this.#mutator.getValue(object, shape, i), value);
      });
      if (shape.weak.length > 0) holders.push({ object, model });
      if (shape.items === "none") continue;
      assert.equal(this.#mutator.length(object), model.items.length);
      model.items.forEach((value, i) => {
        sameValue(this.#mutator.getItem(object, shape, i), value);
      });
    }
    // A weak reference leads where it did, or nothing else leads there.
    for (const { object, model } of holders) {
      model.weak.forEach((target, i) => {
        const found = this.#mutator.getWeak(object, model.shape, i);
        const expected = target && addresses.get(target);
        if (expected) assert.equal(found, expected);
        else assert.ok(!models.has(found), "a weak reference leads to another object");
      });
    }
  }
}

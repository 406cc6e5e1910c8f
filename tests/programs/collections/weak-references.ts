// WeakRef and FinalizationRegistry, as far as a program can tell without asking for a collection.
import debug, { phase } from "heddle/debug";
import { collect, identityHash, pin } from "heddle/gc";

phase("weak references");
debug.phase("the same module");

class Item {
  constructor(
    readonly name: string,
    readonly next: Item | null = null,
  ) {}
}

const strong = new Item("a", new Item("b"));
const weak = new WeakRef(strong);
const own = new WeakRef(new Item("kept until the task ends"));
const array = new WeakRef([1, 2, 3]);
const closure = new WeakRef((n: number) => n * 2);
collect();
console.log(weak.deref() === strong, own.deref()?.name, array.deref()?.length, closure.deref()?.(21));
console.log(weak, [array], { closure }, typeof weak, weak instanceof WeakRef);

class Cache {
  #entries = new Map<string, WeakRef<Item>>();
  made = 0;
  get(name: string): Item {
    const known = this.#entries.get(name)?.deref();
    if (known !== undefined) return known;
    this.made++;
    const item = new Item(name);
    this.#entries.set(name, new WeakRef(item));
    return item;
  }
}
const cache = new Cache();
const names: Item[] = [];
for (let i = 0; i < 5000; i++) names[i % 7] = cache.get(`item ${i % 7}`);
console.log(cache.made, names.map((one) => one.name).join());

const registry = new FinalizationRegistry<string>((held) => console.log("cleaned up", held));
const token = {};
registry.register(strong, "strong");
registry.register(names[0]!, "first", token);
registry.register(names[1]!, "second", token);
registry.register(names[2]!, "third", names[2]);
console.log(registry.unregister(token), registry.unregister(token), registry.unregister(names[2]!));
console.log(registry, registry.register(names[3]!, "fourth"));

const attempt = (act: () => unknown): void => {
  try {
    console.log(act());
  } catch (error) {
    console.log(String(error));
  }
};
for (const bad of [1, "text", null, undefined]) attempt(() => new WeakRef(bad as unknown as object));
attempt(() => new FinalizationRegistry(1 as unknown as (held: number) => void));
attempt(() => registry.register(1 as unknown as object, "bad"));
attempt(() => registry.register(strong, "bad", 1 as unknown as object));
attempt(() => registry.unregister(1 as unknown as object));
attempt(() => registry.unregister(undefined as unknown as object));
const same = new FinalizationRegistry<object>(() => undefined);
attempt(() => same.register(strong, strong));

const hash = identityHash(strong);
collect();
console.log(hash === identityHash(strong), hash > 0, typeof pin(strong), weak.deref()?.next?.name);

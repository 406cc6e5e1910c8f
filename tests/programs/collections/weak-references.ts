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

// Entries of weak tables: their keys die at any time, their values with them.
class Key {
  constructor(readonly n: number) {}
}
class Load {
  readonly text: string;
  constructor(
    readonly key: Key,
    readonly items: number[],
  ) {
    this.text = `load ${key.n}`;
  }
}
const loads = new WeakMap<Key, Load>();
const visited = new WeakSet<Key>();
const keys: Key[] = [];
let found = 0;
for (let i = 0; i < 20000; i++) {
  const key = new Key(i);
  loads.set(key, new Load(key, new Array<number>(50).fill(i)));
  if (i % 400 === 0) keys.push(key);
  if (i % 3 === 0) visited.add(key);
  found += loads.get(key)!.items[49]! + (visited.has(key) ? 1 : 0);
}
console.log(found, keys.every((key) => loads.get(key)?.key === key && loads.get(key)?.items.length === 50));
console.log(keys.filter((key) => visited.has(key)).map((key) => loads.get(key)?.text).join());
// An old entry gets a new value; one that was deleted comes back.
let deleted = 0;
for (const key of keys) {
  if (key.n % 800 === 0) loads.set(key, new Load(key, [key.n]));
  else if (loads.delete(key) && !loads.delete(key) && !loads.has(key) && loads.get(key) === undefined) deleted++;
}
console.log(deleted);
collect();
loads.set(keys[1]!, new Load(keys[0]!, []));
console.log(keys.map((key) => loads.get(key)?.items.join() ?? "none").join(" "), loads.get(keys[1]!)?.text);
// Each value is the key of the next: one variable keeps them all.
const links = new WeakMap<Key, Key>();
const start = new Key(0);
let end = start;
for (let i = 1; i <= 5000; i++) {
  const next = new Key(i);
  links.set(end, next);
  end = next;
}
collect();
let steps = 0;
for (let key = links.get(start); key !== undefined; key = links.get(key)) steps += key.n;
console.log(steps);
// Keys and values of several kinds; the tables are keys themselves.
const mixed = new WeakMap<object, unknown>([[loads, 1], [visited, "two"], [start, [start]], [() => 0, null]]);
mixed.set(mixed, mixed).set(keys, undefined);
console.log(mixed.get(loads), mixed.get(visited), mixed.get(start), mixed.get(mixed) === mixed, mixed.has(keys), mixed.get(keys));
class Tags extends WeakMap<Key, string[]> {
  tag(key: Key, text: string): this {
    const known = this.get(key);
    if (known) known.push(text);
    else this.set(key, [text]);
    return this;
  }
}
const tags = new Tags().tag(start, "a").tag(start, "b");
for (let i = 0; i < 3000; i++) tags.tag(new Key(i), "lost").tag(start, `${i}`);
console.log(tags.get(start)?.length, tags.get(start)?.slice(-2), tags.get(end), tags instanceof WeakMap);
attempt(() => mixed.set(1 as unknown as object, 2));
attempt(() => visited.add("text" as unknown as Key));

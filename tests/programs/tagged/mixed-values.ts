import { tagged } from "heddle/tagged";

// The objects of a small interpreter: with `--tagged` (tests/tagged.test.ts) two of the classes live in pointers.
abstract class Thing {
  abstract add(other: Thing): Thing;
  abstract get text(): string;
  isTrue(): boolean {
    return true;
  }
  describe(): string {
    return `<${this.text}>`;
  }
}

class Int extends Thing {
  readonly value: number;
  constructor(value: number) {
    super();
    this.value = value;
  }
  add(other: Thing): Thing {
    if (other instanceof Int) return new Int(this.value + other.value);
    if (other instanceof Pair) return new Pair(this, other);
    return new Text(this.text + other.text);
  }
  get text(): string {
    return String(this.value);
  }
  override isTrue(): boolean {
    return this.value !== 0;
  }
  valueOf(): number {
    return this.value;
  }
}
tagged(Int);

class Letter extends Thing {
  code = 0;
  constructor(letter: string) {
    super();
    this.code = letter.charCodeAt(0);
  }
  add(other: Thing): Thing {
    return new Text(this.text + other.text);
  }
  get text(): string {
    return String.fromCharCode(this.code);
  }
  toJSON(): string {
    return `letter ${this.text}`;
  }
}
tagged(Letter);

class Text extends Thing {
  readonly content: string;
  constructor(content: string) {
    super();
    this.content = content;
  }
  add(other: Thing): Thing {
    return new Text(this.content + other.text);
  }
  get text(): string {
    return this.content;
  }
  toString(): string {
    return `"${this.content}"`;
  }
}

class Pair extends Thing {
  left: Thing;
  right: Thing | null;
  constructor(left: Thing, right: Thing | null) {
    super();
    this.left = left;
    this.right = right;
  }
  add(other: Thing): Thing {
    return new Pair(this, other);
  }
  get text(): string {
    return `(${this.left.text} . ${this.right?.text ?? "nil"})`;
  }
  override describe(): string {
    return `pair ${super.describe()}`;
  }
}

const beyond = 2 ** 47;
const things: Thing[] = [
  new Int(1),
  new Text("a"),
  new Letter("x"),
  new Int(-5),
  new Pair(new Int(3), null),
  new Int(beyond - 1),
  new Int(beyond),
  new Int(-beyond),
  new Int(-beyond - 1),
  new Int(2 ** 53 - 1),
  new Int(0),
  new Int(-0),
  new Int(0.5),
];
for (const one of things)
  console.log(one.describe(), one.isTrue(), one instanceof Int, one instanceof Thing, typeof one, `${one}`);
for (const a of things) console.log(things.map((b) => a.add(b).text).join(" "));
console.log(things, JSON.stringify(things));
console.log(Object.is((things[11] as Int).value, -0), Object.keys(new Int(1)), Object.entries(new Letter("k")));

type Any = Thing | number | string | boolean | undefined | null | (() => Thing) | Thing[];
const anything: Any[] = [1.5, "x", new Int(7), undefined, null, true, new Text("s"), () => new Letter("f"), -0, NaN];
anything.push([new Int(8), new Letter("z")], new Letter("y"), 12, new Int(2 ** 50));
for (const one of anything) {
  const kind = one === undefined ? "nothing" : one === null ? "null" : one === 1.5 ? "one and a half" : typeof one;
  console.log(kind, one ? "true" : "false", one instanceof Int ? one.value : one instanceof Thing ? one.text : one);
  if (typeof one === "function") console.log(one().describe());
}
const four: any = new Int(4);
console.log(four + 1, four * four, -four, `${four + four}`);

const byName = new Map<string, Thing>([["one", new Int(1)]]);
byName.set("l", new Letter("l")).set("t", new Text("t"));
console.log(byName, [...byName.values()].map((one) => one.text), byName.get("none")?.text);
const { value } = byName.get("one") as Int;
const sorted = [5, 3, 9, 1].map((one) => new Int(one)).sort((a, b) => a.value - b.value);
console.log(value, sorted, sorted.find((one) => one.value > 4)?.value);

function* walk(thing: Thing | null): Generator<Thing> {
  if (thing instanceof Pair) {
    yield* walk(thing.left);
    yield* walk(thing.right);
  } else if (thing) yield thing;
}
console.log([...walk(new Pair(new Pair(new Int(1), new Letter("b")), new Pair(new Text("c"), new Int(4))))]);

const dynamic: Record<string, Thing> = {};
for (const one of things) dynamic[`key ${one.text}`] = one;
console.log(Object.keys(dynamic).length, dynamic["key -5"]?.describe(), dynamic["key none"]);

function fails(thing: Thing): never {
  throw thing;
}
for (const one of [new Int(77), new Letter("e"), new Pair(new Int(1), null)]) {
  try {
    fails(one);
  } catch (caught) {
    console.log("caught", caught, caught instanceof Int ? caught.value : "another");
  }
}

// Old objects get young values and words, words go where references were, lists grow.
const old: Pair[] = [];
for (let i = 0; i < 200; i++) old.push(new Pair(new Int(i), null));
let head: Thing | null = null;
for (let i = 0; i < 3000; i++) {
  const pair = old[i % old.length] as Pair;
  const fresh = i % 3 === 0 ? new Text(`text ${i}`) : i % 3 === 1 ? new Int(i * i * i * i) : new Letter("q");
  if (i % 2 === 0) pair.left = fresh;
  else pair.right = i % 5 === 0 ? null : fresh;
  if (i % 50 === 0) head = new Pair(fresh, i % 500 === 0 ? null : head);
}
let characters = 0;
let whole = 0;
for (const { left, right } of old) {
  characters += left.text.length + (right?.text.length ?? 0);
  if (left instanceof Int) whole += left.value;
}
console.log(characters, whole, head?.text);
let sum: Thing = new Int(0);
for (let i = 0; i < 5000; i++) sum = sum.add(new Int(i));
console.log(sum.text);

const later = async (thing: Thing): Promise<Thing> => thing.add(new Int(1));
Promise.all(things.slice(0, 3).map(later)).then((all) => console.log(all.map((one) => one.describe())));

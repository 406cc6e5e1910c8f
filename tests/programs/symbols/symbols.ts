// Symbols as values, and as names of members that are known when the program is translated.
const tag = Symbol("tag");
const other = Symbol("tag");
const shared = Symbol.for("app.shared");
const bare = Symbol();
const holder = Symbol("holder");

console.log(tag, other, shared, bare, typeof tag, [tag, bare], { tag });
const second: any = other;
console.log(tag === second, tag === tag, second == tag, Symbol.for("app.shared") === shared, Symbol.for("x") === Symbol.for("y"));
console.log(tag.toString(), String(other), tag.description, bare.description, shared.description, Symbol("").description === "");
console.log(Symbol.keyFor(shared), Symbol.keyFor(tag), Symbol.keyFor(Symbol.for("k")), typeof Symbol.iterator, Symbol.iterator.toString());
console.log("%s %d %i %f %o", tag, tag, tag, tag, tag, `${String(tag)}`);

const counts = new Map<symbol | string, number>([[tag, 1], ["tag", 2], [other, 3]]);
console.log(counts.get(tag), counts.get("tag"), counts.get(other), counts.get(bare), counts, new Set([tag, tag, other]).size);

function kind(x: symbol | string | number | null): string {
  switch (x) {
    case tag:
      return "tag";
    case shared:
      return "shared";
    default:
      return typeof x === "symbol" ? `symbol ${x.description}` : `${x === null ? "null" : typeof x}`;
  }
}
console.log([tag, other, shared, "tag", 1, null].map(kind).join());
console.log(tag ? "true" : "false", !tag, tag || 1, tag && 2, Boolean(tag), [tag, other].includes(other), [tag, other].indexOf(bare));

function attempt(f: () => unknown): void {
  try {
    console.log(f());
  } catch (error) {
    console.log(`${error}`);
  }
}
const any: any = tag;
attempt(() => any + "");
attempt(() => `${any}`);
attempt(() => +any);
attempt(() => any * 2);
attempt(() => any < 1);
attempt(() => any == 1);
attempt(() => [any].join());
attempt(() => Math.floor(any));
attempt(() => Symbol.keyFor("x" as any));
attempt(() => BigInt(any));
attempt(() => any.foo);
attempt(() => any.foo());
attempt(() => JSON.stringify({ a: tag, b: [tag], c: 1 }));
attempt(() => JSON.stringify(tag));
attempt(() => 1n + any);

class Node1 {
  [tag] = 1;
  name = "n";
  static [holder] = "static";
  [shared]?: string;
  [other](x: number): number {
    return x + this[tag];
  }
  get [bare](): string {
    return `bare ${this.name}`;
  }
  set [bare](text: string) {
    this.name = text;
  }
}
const node = new Node1();
console.log(node, node[tag], node[other](4), node[bare], Node1[holder]);
node[tag]++;
node[tag] += 10;
node[bare] = "changed";
node[shared] = "given";
console.log(node, Object.keys(node), JSON.stringify(node), tag in node, other in node, holder in node, shared in node);
console.log(Object.values(node), Object.entries(node), Object.hasOwn(node, tag), node.hasOwnProperty(bare));
for (const name in node) console.log(name);

const literal = { a: 1, [tag]: "under tag", b: 2, [other]: { [shared]: [1] } };
console.log(literal, literal[tag], literal[other][shared][0], Object.keys(literal), { ...literal, c: 3 }, Object.assign({ z: 0 }, literal));
const { [tag]: found, ...rest } = literal;
console.log(found, rest);

interface Tagged {
  [tag]?: number;
}
function tagOf(x: Tagged): number {
  return x[tag] ?? -1;
}
console.log(tagOf({}), tagOf({ [tag]: 5 }), tagOf(node), (undefined as any)?.[tag]);
attempt(() => (null as any)[tag]);
attempt(() => (node as any)[holder]());
const dictionary: Record<string | symbol, number> = {};
for (const name of ["x", "y"]) dictionary[name] = 1;
dictionary[tag] = 2;
const keys: (string | symbol)[] = ["x", tag, other, "z"];
for (const key of keys) console.log(dictionary[key], key in dictionary, (literal as any)[key] === undefined);
for (const key of keys) dictionary[key] = 7;
console.log(dictionary, Object.keys(dictionary), delete dictionary[tag], dictionary);
const local = ((): symbol => Symbol("local"))();
dictionary[local] = 8;
console.log(dictionary[local], dictionary, Object.entries(dictionary).length);

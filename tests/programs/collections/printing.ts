console.log(new Map(), new Set(), new WeakMap(), new WeakSet([{}]));
console.log(new Map([["a", 1], ["b", 2]]), new Set(["x", 1, null]));
console.log([new Map([[1, new Set([1, 2])]])], { m: new Map([[{ k: 1 }, [1, 2]]]), s: new Set([[1], [2]]) });
const deep = new Map([["one", new Map([["two", new Map([["three", new Map([["four", 4]])]])]])]]);
console.log(deep);
const long = new Set<number>();
for (let i = 0; i < 130; i++) long.add(i * 10);
console.log(long);
const wide = new Map<string, string>();
for (let i = 0; i < 5; i++) wide.set(`a rather long key number ${i}`, `a rather long value number ${i}`);
console.log(wide);
class Registry extends Map<string, number> {
  label = "main";
}
const registry = new Registry();
registry.set("k", 1);
console.log(registry, new Registry());
interface Loop {
  self?: Map<string, Loop>;
}
const loop: Loop = {};
loop.self = new Map([["loop", loop]]);
console.log(loop);
console.log(new Set("abcdefghi"), new Map<string, unknown>([["undefined", undefined], ["f", () => 1]]));
const columns = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28]);
console.log(columns, `${String(columns.size)}`);
// What is held stands as deep as the collection's own lines, also where it needs lines of its own.
class Entry {
  before: Entry | null = null;
  constructor(
    public key: string,
    public value: number,
    public expires: number,
  ) {}
}
const held = new Map([["d", new Entry("d", 4, 1234567890123)]]);
console.log({ mapInAnObject: held, deeper: { inside: { mapInAnObject: held } } });
console.log([held, held], new Set([new Entry("e", 5, 1234567890123), [1, 2], "a text that is long enough to break the line"]));
console.log(new Map([[new Entry("some long key", 4, 1234567890123), new Map([["a", held]])]]), Promise.resolve(new Entry("some long key for lines", 4, 1234567890123)));

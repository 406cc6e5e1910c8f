/* JSON.parse: values of every shape, used as any program uses them; V8's words for what is wrong; revivers. */
const data = JSON.parse('{"a": [1, 2.5, {"b": null}], "c": "x\\u0041", "d": {"e": true}, "10": 1, "2": 2}');
console.log(data, data.a[0], data.c, data.d.e, Object.keys(data), data.a.length, data.missing);
console.log(JSON.stringify(data), JSON.stringify(JSON.parse("[]")), JSON.parse("5") + 1, JSON.parse('"s"') + JSON.parse(" {} "));
console.log(JSON.parse(' [ -0, 1e3, 1.5E-2, -12.25, 123456789012345678901234567890, 0.1, 5e-324, 1e400, -1 ] '), Object.is(JSON.parse("-0"), -0));

const wrong = [
  "", "{", "[", "[1,]", '{"a":1,}', "abc", "01", '"\\x"', '"a', "tru", "nul", '{"a"}', '{"a":}', "{a:1}", "[1 2]", "1 2", "-", "1.", "1e", "+1", ".5", '"\\u12g4"', '"\n"', "undefined", "NaN", "[1,,2]", '{"a":1 "b":2}', "'x'", '{"key": "a rather long text of more than twenty characters", oops}', "]", "\u00e9", '["\u65e5\u672c", \u65e5]',
];
for (const text of wrong) {
  try {
    console.log("right?", JSON.parse(text));
  } catch (e) {
    console.log(e instanceof SyntaxError, (e as Error).name, (e as Error).message);
  }
}

interface Item { name: string; sizes: number[]; price?: number; inner: { on: boolean } | null }
const items: Item[] = JSON.parse('[{"name":"n","sizes":[3,1,2],"inner":{"on":true}},{"name":"\u65e5\u672c","sizes":[],"price":2.5,"inner":null}]');
for (const { name, sizes, price = 1, inner } of items)
  console.log(name.toUpperCase(), [...sizes].sort(), sizes.reduce((x, y) => x + y, 0), price * 2, inner?.on, inner === null);
console.log(items.map((one) => one.name).join(), items.filter((one) => one.price !== undefined).length);

// Parsed objects meet literals, are changed, spread, listed.
function load(text: string | undefined): any {
  return text === undefined ? { name: "default", list: [1], depth: { x: 1 } } : JSON.parse(text);
}
for (const one of [load(undefined), load('{"name":"given","list":[1,2,3],"depth":{"x":2,"y":[{}]}}')]) {
  one.list.push("more");
  one.extra = { added: true };
  one.depth.x++;
  one["computed " + one.name] = null;
  delete one.name;
  console.log(one, { ...one, z: 1 }, "name" in one, "list" in one, one.depth.x, typeof one.list, Array.isArray(one.list));
  const { list, ...rest } = one;
  console.log(list.length, rest, Object.entries(rest.depth), Object.values(one).length);
  for (const key in one) console.log(key, typeof one[key]);
}
const counts: Record<string, number> = JSON.parse('{"b":1,"a":2,"b":3,"\u00e9":4,"":5}');
counts.a! += 10;
counts.c = (counts.c ?? 0) + 1;
console.log(counts, Object.entries(counts).sort((x, y) => x[1] - y[1]), Object.keys(counts).length, counts.hasOwnProperty("b"));
let depth = 0;
for (let at = JSON.parse("[".repeat(50) + "]".repeat(50)); at.length > 0; at = at[0]) depth++;
console.log(depth, JSON.parse('{"toJSON":1,"length":2,"constructor":3,"name":"n"}'), JSON.stringify(JSON.parse('{"a":{"b":[1,{"c":"\\n\\"\\\\\\/\\b\\f\\r\\t\\ud83d\\ude00"}]}}'), null, 1));

console.log(JSON.parse('{"a":"1","b":["2",{"c":"3"}],"drop":"x"}', (key, value) => (key === "drop" ? undefined : typeof value === "string" ? Number(value) : value)));
console.log(JSON.parse('{"when":"2020-01-02T03:04:05.000Z","n":{"m":[1,2]}}', (key, value) => (key === "when" ? new Date(value).getTime() : Array.isArray(value) ? value.length : value)));
const visited: string[] = [];
JSON.parse('{"x":[1,{"y":2}],"1":3}', function (key, value) { visited.push(`${key}=${JSON.stringify(value)}`); return value; });
console.log(visited.join(" "));
console.log(JSON.parse(JSON.stringify([undefined, () => 1, { a: undefined, b: new Date(0) }, Number.NaN])), JSON.parse("null"), JSON.parse("true") === true, JSON.parse(`${12}`));
try { JSON.parse(undefined as any); } catch (e) { console.log((e as Error).message); }
// Arrays of arrays that are flattened hold what is no array too.
type Packet = number | Packet[];
const packets = "[1,2]\n[3]\n\n[[4],5]\n[[[]]]\n\n8\n\"yz\"".split("\n\n").map((pair) => pair.split("\n").map((line) => JSON.parse(line)) as [Packet, Packet]);
console.log(packets.map(([a, b], i) => [b, a, i]), packets.flat().length, [...packets.flat(), ...[[[2]]]]);
for (const pair of packets) for (const packet of pair) {
  try { const [a, b] = packet as Packet[]; console.log(a, b, (packet as Packet[]).length); for (const one of packet as Packet[]) console.log(Array.isArray(one) ? one.map((x) => x) : one); } catch (e) { console.log((e as Error).message); }
}

// Objects with names that only running the program tells; lists of properties, spread and rest.
const counts: Record<string, number> = {};
for (const w of "the quick brown the lazy dog the end dog".split(" ")) counts[w] = (counts[w] ?? 0) + 1;
console.log(counts);
for (const k in counts) console.log(k, counts[k]);
console.log(Object.keys(counts), Object.values(counts), Object.entries(counts));
delete counts["the"];
delete counts.dog;
console.log(counts, "quick" in counts, "dog" in counts, counts.hasOwnProperty("end"), Object.hasOwn(counts, "zz"));
const nums: { [k: number]: string } = { 3: "c", 1: "a", 2: "b" };
nums[10] = "j"; nums[0] = "z";
console.log(nums, Object.keys(nums), nums[3], nums["1"], nums[99]);
const p = { x: 1, y: 2 };
const q = { ...p, y: 3, z: "four" };
console.log(q, q.x + q.y, q.z.length);
const { x, ...rest } = q;
console.log(x, rest, rest.y);
function get(o: { x: number; y: number }, k: "x" | "y") { return o[k]; }
console.log(get(p, "x") + get(p, "y"));
console.log(Object.assign({}, p, { w: 5 }), Object.fromEntries([["a", 1], ["b", 2]]));
const key = "dyn" + counts.end;
console.log({ [key]: 1, other: 2, ["lit"]: 3 });
const bare = Object.create(null);
bare.a = 1; bare["b" + 1] = 2;
console.log(bare, "toString" in bare, "toString" in counts);
class A { a = 1; b = "x"; get c() { return 5; } m() {} }
const a = new A();
for (const k in a) console.log(k, (a as any)[k]);
console.log(Object.keys(a), Object.entries(a), "m" in a, "c" in a, "d" in a);
(a as any)["a"] = 7; const f = "b" as keyof A; (a as any)[f] = "yy";
console.log(a, a.a, a.b);
const ops: Record<string, (a: number, b: number) => number> = { "+": (a, b) => a + b, "-": (a, b) => a - b };
console.log(ops["+"]!(1, 2), ops["-"]!(1, 2), Object.keys(ops));
for (const op of ["+", "-"]) console.log(op, ops[op]!(10, 4));
const frozen = Object.freeze({ a: 1, b: 2 });
try { (frozen as any).a = 2; } catch (e) { console.log((e as Error).message); }
console.log(frozen, Object.isFrozen(frozen), Object.isFrozen(p));

// What inherits nothing has no `toString`, however its names came about.
const looked = Object.create(null);
for (const name of ["x", "y"]) looked[name] = name + name;
function bareness(object: any): void {
  console.log(object.toString, typeof object.hasOwnProperty, "constructor" in object, object["toString"]);
  for (const name of ["b1", "x", "toString", "constructor"]) console.log(name, object[name], name in object);
  try {
    console.log(`${object}`);
  } catch (e) {
    console.log((e as Error).message);
  }
}
bareness(bare);
bareness(looked);

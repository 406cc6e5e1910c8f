class Point {
  toString(): string {
    return "a point";
  }
}
console.log(String(null), String(undefined), String(true), String("text"), String(new Point()), "" + new Point());

// What may be one of many things in flow, but here has a text of its own.
class Box { held: any; constructor(held: any) { this.held = held; } toString() { return this.held; } }
const paren = { toString: () => "()" };
const several: any[] = [new Box("b"), paren, (x: number) => x + 1, 3, [1, [2, paren]], { a: 1 }, new Box([2]), new Box(undefined), new Box(4)];
const interned: any = Object.create(null);
const intern = (name: any) => interned[name] || (interned[name] = `<${name}>`);
for (const one of several) {
  if (typeof one === "function") continue;
  try { console.log(String(one), `${one}`, intern(one), [one, one].join("+")); } catch (e) { console.log((e as Error).name, (e as Error).message); }
}
console.log(Object.keys(interned));

// `toString` gives an object: `valueOf` is asked.
class Two { toString(): any { return {}; } valueOf() { return 7; } }
class Three { toString(): any { return {}; } valueOf(): any { return [this]; } }
class Four { toString(): any { return this; } }
console.log(`${new Two()}`, "" + new Two(), [new Two(), paren].join());
const last: any[] = [{ toString: () => [], valueOf: () => "field" }, { toString: () => [], valueOf: 3 }, { toString() { return []; }, valueOf() { return true; } }, new Three(), new Two(), new Four()];
for (const one of last) try { console.log(String(one), [one] + ""); } catch (e) { console.log((e as Error).message); }

/* Errors print with their stack, of which one frame is compared: where the error was made. */
class ValidationError extends Error { code: number; constructor(m: string, code: number) { super(m); this.name = "ValidationError"; this.code = code; } }
class Plain extends Error {}
class Named extends TypeError { override name = "Named"; }
function f(x: number): number { if (x > 1) throw new RangeError("too big: " + x); return x; }
const g = (a: any) => a.b.c;
try { f(5); } catch (e) { console.log(e); }
try { g({}); } catch (e) { console.log(e); }
console.log(new ValidationError("bad", 5));
console.log(new Plain("plain"));
console.log(new Named("named"));
console.log([new Error("in array")]);
console.log({ e: new Plain("in object"), deep: { x: new Error("multi\nline") } });
const c = new Error("outer", { cause: new Plain("inner") });
console.log(c);
const n = new Error("x"); n.name = "Foo"; console.log(n);
const m = new Error(); m.message = "later"; console.log(m);
const k = new Error("a"); k.message = "changed"; console.log(k);
console.log(String(k), k.stack!.split("\n")[0]);
class Empty extends Error { constructor() { super(); this.message = "hello"; } }
console.log(new Empty());
console.log(new Error("x", { cause: "str" }));
class Renamed extends Plain {
  override get name(): string {
    return "Getter";
  }
}
console.log(new Renamed("pp"));

class Shape {
  make(message: string): Error {
    return new TypeError(message);
  }
  get broken(): number {
    throw new Error("in a getter");
  }
}
console.log(new Shape().make("in a method"));
try {
  new Shape().broken;
} catch (e) {
  console.log(e, e instanceof Error && e.stack);
}
const kept = new Error("first");
console.log(kept.stack);
kept.message = "second";
console.log(kept, kept.message);
kept.stack = "mine";
console.log(kept, [kept]);
[1].forEach((x) => {
  console.log("error:", new Error(`in an arrow ${x}`), "!");
});

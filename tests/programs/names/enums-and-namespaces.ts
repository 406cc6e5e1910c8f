enum Color { Red, Green = 5, Blue }
enum Dir { Up = "UP", Down = "DOWN" }
enum Mixed { A = 1, B = "b", C = 7 }
enum Computed { X = "abc".length, Y = X * 2, Z = 1 << 4, N = -3 }
const enum CE { P = 3, Q }
console.log(Color.Red, Color[0], Color[5], Color[6], Color["Green"], Dir.Up, Mixed.B, Computed.X, Computed.Y, Computed.Z, CE.Q);
const c: Color = Color.Blue; console.log(Color[c], Color[Color.Red]);
console.log(Color, Dir, Mixed);
function name(x: Color) { return Color[x]; }
for (let i = 0; i < 7; i++) console.log(i, name(i));
namespace Geo {
  export const origin = 0;
  export function dist(a: number, b: number) { return helper(a - b); }
  function helper(x: number) { return Math.abs(x); }
  export class Point { constructor(public x: number) {} static zero() { return new Point(origin); } }
  export namespace Inner { export let counter = 1; export function inc() { return ++counter; } }
  export enum Kind { A, B }
  export interface Foo { a: number }
  export let changing = 1;
  changing += 5;
}
namespace Geo { export const more = origin + 2; export const again = dist(1, 9); }
import P = Geo.Point;
console.log(Geo.origin, Geo.dist(3, 10), new Geo.Point(4), P.zero(), Geo.Inner.inc(), Geo.Inner.counter, Geo.Kind.B, Geo.more, Geo.again, Geo.changing);
Geo.Inner.counter = 10; console.log(Geo.Inner.inc());
Geo.changing++; console.log(Geo.changing);
const same: any = Color;
console.log(same === Color, same.Green);
enum Merged { A } enum Merged { B = 1 } console.log(Merged.A, Merged.B, Merged[1], Merged);
namespace A.B.C { export const deep = "deep"; }
console.log(A.B.C.deep);
function helper() { return 1; }
namespace helper { export const version = 2; }
console.log(helper(), helper.version);
class Widget { static make() { return new Widget(); } kind = Widget.defaults.kind; }
namespace Widget { export const defaults = { kind: "plain" }; export function two() { return [Widget.make(), new Widget()]; } }
console.log(Widget.two(), Widget.defaults.kind);
enum Size { S, L } namespace Size { export function text(s: Size) { return s === Size.S ? "small" : "large"; } }
console.log(Size.text(Size.L), Size.S);
namespace Hidden { const secret = [1, 2, 3]; let n = 0; export const next = () => { n += secret.length; return n; }; function unused() {} for (const s of secret) n += s; }
console.log(Hidden.next(), Hidden.next());
enum Counted { A = 1, B, C = "four".length, D = A << 3 | B, E = -1, F = ~D, Same = C }
console.log(Counted, Counted[4], Counted[-1], Counted.Same in Counted, Object.keys(Counted).length);
const counted: any = Counted;
for (let i = -1; i < 5; i++) console.log(i, Counted[i], counted[Counted[i] ?? "none"]);
namespace Kit { export class Tool { size = 1; } export const n = 5; export function f() { return "f"; } let hidden = n; export enum Part { P, Q } export namespace In { export const deep = hidden; } export interface Shape {} }
const kit = Kit, inner = Kit.In;
console.log(kit.n, kit.f(), new kit.Tool(), typeof Kit, Object.keys(Kit), inner.deep, kit === Kit, kit.In === inner);
console.log(Kit);
function used(lib: typeof Kit, name: "n" | "f") { return [lib.In.deep + lib.Part.Q, lib[name], { ...lib }.n]; }
console.log(used(Kit, "f"), ["n", "zzz"].map((name) => name in Kit));

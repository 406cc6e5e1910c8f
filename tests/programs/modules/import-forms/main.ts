import dflt, { named as renamed, counter, bump } from "./lib/a.ts";
import * as ns from "./lib/b.ts";
import K from "./lib/k.ts";
import fn from "./lib/fn.ts";
import type { T } from "./lib/types.ts";
import { T2 } from "./lib/types.ts";
import "./lib/effect.ts";
export { bump as again } from "./lib/a.ts";
const t: T = { x: 1 };
const t2: T2 = 3;
console.log(dflt, renamed(2), counter, ns.value, ns.f(3), new K().v, fn(), t.x, t2, ns.deep.value2);
bump(); console.log(counter, new ns.C().m(), ns.C.s, ns.E.B);
console.log(ns.useMain());
export function fromMain(): string { return "main"; }

import util from "node:util";
import { inspect, format } from "util";
const o = { aaaaaaaaaaaaaaaa: "bbbbbbbbbbbbbbbbb", cccccccccccccccccc: "dddddddddddddddddd", g: 1, h: { i: [1, 2, { j: { k: 1 } }] } };
console.log(util.inspect(o), inspect(o, { breakLength: 40 }), inspect(o, { compact: false }), inspect({ b: { c: { d: { e: 1 } } }, a: 1 }, { depth: 0, sorted: true }));
console.log(inspect({ b: { c: { d: { e: {} } } } }, { depth: null }), inspect("s"), format("%s=%d", 1, "2", { a: 1 }), format(), format("x", "y"), inspect([["a", 1]], { compact: 1 }));
console.log(inspect([1, 2, 3, 4, 5], { maxArrayLength: 2 }), inspect({ a: { b: 1 } }, { compact: 0 }), inspect(o, { breakLength: Infinity }));
console.table([[1, "a"], [2, "b"]]);
console.table([{ a: 1, b: "x" }, { a: 2, c: true }]);
console.table({ r1: { x: 1 }, r2: { x: 2 } });
console.table([1, 2, "z"]);
console.table(5); console.table("text");
console.table([]);
console.table([{ a: 1, b: 2 }], ["b"]);
console.table(new Map([["k", 1], ["l", 2]])); console.table(new Set([1, "é日"]));
console.table([{ a: { b: 1 }, é: "日本" }, [1, 2], { big: { a: 1, b: 2, c: 3 }, list: [1, 2, 3, 4, 5] }]);
console.group("G"); console.log("in\nside"); console.group(); console.log({ a: 1 }); console.groupEnd(); console.info("x"); console.groupEnd(); console.log("out");
console.count(); console.count("z"); console.count(); console.countReset(); console.count();
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 }); console.dir("s");
console.assert(1 === 1, "no"); console.assert(false, "yes %d", 5);
console.groupCollapsed("H"); console.dir({ a: 1 }); console.table([1]); console.groupEnd(); console.group("a", "b", 1); console.log(); console.groupEnd();
console.log("%s is %d", "x", 5, "rest");
function log(...args: any[]): void {
  console.log(...args);
  console.log("p", ...args, "%");
}
log(1, "a", { b: 2 });
log();
log("%d x", 5);

/** Which properties of a class have a fixed order, and which only each object knows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { propertyOrders } from "../../src/analysis/property-orders.ts";
import { parseProgram } from "../../src/graph/parse.ts";

/** A literal `{ first: 1 }` in @make, with what comes after it. */
function orderOf(after: string, others = ""): { fixed: string; free: string; settled: string } {
  const program = parseProgram(`
program typed @make
class @L literal "Object" {
  field first: int[1..1]
  field x: int[0..9]|undefined
  field y: int[0..9]|undefined
}
func @make -> undefined {
b0(c: boolean, u: int[0..9]|undefined):
  o: @L = new_object{class=L} 1
${after}
}
${others}`);
  const { fixed, free, settled } = propertyOrders(program, new Set(["L"])).get("L")!;
  return { fixed: fixed.join(" "), free: free.join(" "), settled: [...settled].join(" ") };
}

test("one path: the order of assignments", () => {
  const found = orderOf(`  set_property{name=y} o, 1
  set_property{name=x} o, 2
  return undefined`);
  assert.deepEqual(found, { fixed: "first y x", free: "", settled: "first x y" });
});

const branches = (left: string, right: string): string => `  branch c, b1, b2
b1:
${left}
  jump b3
b2:
${right}
  jump b3
b3:
  call{function=see} o
  return undefined`;

const see = `func @see -> undefined {
b0(o: @L):
  return undefined
}`;

test("two paths that add in different orders leave the order to the object", () => {
  const x = "  set_property{name=x} o, 1";
  const y = "  set_property{name=y} o, 1";
  const different = orderOf(branches(`${x}\n${y}`, `${y}\n${x}`), see);
  assert.deepEqual(different, { fixed: "first", free: "x y", settled: "first x y" });
  const optional = orderOf(branches(`${y}\n${x}`, x), see);
  assert.deepEqual(optional, { fixed: "first y x", free: "", settled: "first x" });
});

test("undefined as such under a name that other objects lack leaves it to the object", () => {
  const maybe = "  set_property{name=x} o, u";
  assert.equal(orderOf(branches(maybe, ""), see).free, "x");
  assert.equal(orderOf(branches(maybe, maybe), see).free, "");
});

test("what other code adds comes at any time after the object is seen", () => {
  const adds = `func @see -> undefined {
b0(o: @L):
  set_property{name=y} o, 3
  return undefined
}`;
  const after = (rest: string): string => `  call{function=see} o\n${rest}  return undefined`;
  assert.equal(orderOf(after(""), adds).free, "");
  assert.equal(orderOf(after("  set_property{name=x} o, 1\n"), adds).free, "x y");
  assert.equal(orderOf(`  set_property{name=x} o, 1\n${after("")}`, adds).fixed, "first x y");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { Cursor } from "../../src/graph/cursor.ts";
import { constants, variable } from "../../src/graph/graph.ts";
import { parseGraph } from "../../src/graph/parse.ts";
import { printGraph } from "../../src/graph/print.ts";

test("a cursor cuts a block, builds a diamond in between and goes on", () => {
  const graph = parseGraph(
    "func @f -> int {\nb0(x: int):\n  y = int_add x, 1\n  z = int_mul y, y\n  return z\n}\n",
  );
  const [first] = graph.blocks;
  assert.ok(first);
  const [y] = first.operations.map((operation) => operation.result);
  assert.ok(y);
  const cursor = new Cursor(graph, first, 1);
  cursor.span = { file: "a.ts", line: 1, column: 2, length: 1 };
  const sum = variable("sum", "int");
  const rest = cursor.split(sum);
  const yes = cursor.newBlock();
  const no = cursor.newBlock();
  const condition = cursor.emit("int_lt", [y, constants.int(3)], {}, undefined, "small");
  cursor.branch(condition, yes, no, true);
  cursor.moveTo(yes);
  cursor.perform("set_global", [y], { name: "g" });
  cursor.jump(rest, y);
  cursor.moveTo(no);
  cursor.stop("internal", "too big");
  assert.equal(
    printGraph(graph),
    `func @f -> int {
b0(x: int):
  y = int_add x, 1
  small = int_lt y, 3 !a.ts:1:2
  branch small, b2, b3 likely
b1(sum: int):
  z = int_mul y, y
  return z
b2:
  set_global{name=g} y !a.ts:1:2
  jump b1(y)
b3:
  stop internal "too big" !a.ts:1:2
}
`,
  );
  assert.throws(() => cursor.emit("set_global", [y], { name: "g" }), /has no result/);
});

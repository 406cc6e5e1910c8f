import assert from "node:assert/strict";
import { test } from "node:test";
import { drawGraph } from "../../src/graph/draw.ts";
import { parseGraph } from "../../src/graph/parse.ts";

test("a picture: boxes with operations, arrows with conditions and arguments", () => {
  const graph = parseGraph(`
func @f -> int {
b0(x: int):
  c = int_lt x, 3 !a.ts:1:1
  branch c, b1(x), b2
b1(y: int):
  call{function=g} "a\\"b", y
  jump b2
b2:
  return x
}`);
  assert.equal(
    drawGraph(graph),
    `digraph "f" {
  node [shape=box, fontname=monospace, fontsize=10];
  edge [fontname=monospace, fontsize=9];
  b0 [label="b0(x: int)\\l  c = int_lt x, 3\\l  branch c\\l"];
  b0 -> b1 [label="true (x)"];
  b0 -> b2 [label="false"];
  b1 [label="b1(y: int)\\l  call{function=g} \\"a\\\\\\"b\\", y\\l"];
  b1 -> b2;
  b2 [label="b2()\\l  return x\\l"];
}
`,
  );
});

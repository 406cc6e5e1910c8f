import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Graph } from "../../src/graph/graph.ts";
import { parseGraph, parseProgram, splitProgramText } from "../../src/graph/parse.ts";
import { printGraph, printProgram } from "../../src/graph/print.ts";
import { readConstant, readType } from "../../src/graph/read-parts.ts";
import { GraphSyntaxError, Scanner } from "../../src/graph/scanner.ts";
import { printConstant, printType } from "../../src/graph/text-forms.ts";
import { anyConstant, anyGraph, anyProgram, anyType } from "./random-graph.ts";

/** Printing renames variables; with their printed names both sides must be equal to the last bit. */
function withPrintedNames(graph: Graph): Graph {
  const printed = parseGraph(printGraph(graph));
  for (const [at, block] of graph.blocks.entries()) {
    const twin = printed.blocks[at];
    block.params.forEach((param, i) => {
      param.name = twin?.params[i]?.name ?? "";
    });
    block.operations.forEach((operation, i) => {
      if (operation.result) operation.result.name = twin?.operations[i]?.result?.name ?? "";
    });
    if (block.exit.kind === "except" && twin?.exit.kind === "except")
      block.exit.caught.name = twin.exit.caught.name;
  }
  return graph;
}

test("random constants round-trip", () => {
  fc.assert(
    fc.property(anyConstant, (constant) => {
      assert.deepEqual(readConstant(new Scanner(printConstant(constant))), constant);
    }),
  );
});

test("random types round-trip", () => {
  fc.assert(
    fc.property(anyType, (type) => {
      assert.deepEqual(readType(new Scanner(printType(type))), type);
    }),
  );
});

test("random graphs round-trip", () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const text = printGraph(graph);
      const parsed = parseGraph(text);
      assert.equal(printGraph(parsed), text);
      assert.deepEqual(parsed, withPrintedNames(graph));
    }),
  );
});

test("random programs round-trip, whole and function by function", () => {
  fc.assert(
    fc.property(anyProgram, (program) => {
      const text = printProgram(program);
      for (const graph of program.functions.values()) withPrintedNames(graph);
      assert.deepEqual(parseProgram(text), program);
      const split = splitProgramText(text);
      for (const [name, slice] of split.functions) split.program.functions.set(name, parseGraph(slice));
      assert.deepEqual(split.program, program);
    }),
    { numRuns: 60 },
  );
});

const sample = `
; Names may stand before their definition, comments anywhere.
program typed @m.main

class @m.Point class "Point" extends @m.Base types [T] !m.ts:1:1+5 {
  field x: int[0..10]|undefined definite !m.ts:2:3
  method length = @m.Point.length
  getter size = @"m.Point.get size"
}

global @m.count: int[..] = 5 !m.ts:9:5

func @m.main "main" -> undefined captures 1 this types [T, U] system notes {inline=always, param0="number|string"} !m.ts:3:1 {
b0(self: @m.Point, x: number): ; the entry
  y: int[0..10]|boolean|string|@m.Point|undefined|null = call{function=m.f, types=[number, "@T"]} x, 1, -0.0, nan !m.ts:4:3+7<"a b.ts":1:2
  except b2(y), catch e: string => b1(e)
b1(z: string):
  set_property{name=x} self, z
  branch true, b2("a\\"b"), b3 unlikely
b2(w):
  switch w, 1: b3, -2: b2(typeid:m.Point), else: b3
b3:
  stop outOfRangeRead "beyond the end" !m.ts:8:1
}
`;

test("a sample by hand prints as it was written", () => {
  const text = printProgram(parseProgram(sample));
  const withoutComments = sample.replace(/ *;[^\n]*/g, "").trim();
  assert.equal(text.trim(), withoutComments);
});

test("names of variables become unique and stay so", () => {
  const graph = parseGraph("func @f {\nb0(x, y, z):\n  return x\n}\n");
  const [x, y, z] = graph.blocks[0]?.params ?? [];
  if (x) x.name = "a b";
  if (y) y.name = "a b";
  if (z) z.name = "undefined";
  const text = printGraph(graph);
  assert.match(text, /b0\(a_b, a_b\.1, _undefined\)/);
  assert.equal(printGraph(parseGraph(text)), text);
});

const faults: [string, number, RegExp][] = [
  ["func @f {\nb0:\n  x = nothing 1\n}", 3, /no operation `nothing`/],
  ["func @f {\nb0:\n  return y\n}", 3, /variable `y` is never defined/],
  ["func @f {\nb0:\n  jump b7\n}", 3, /no block `b7`/],
  ["func @f {\nb0(x, x):\n  return\n}", 2, /`x` is defined twice/],
  ["func @f {\nb0:\n  return\nb0:\n  return\n}", 4, /`b0` is there twice/],
  ["func @f {\nb0:\n  x = int_add 1, 2\n}", 4, /the last block has no exit/],
  ["func @f {\nb0:\nb1:\n  return\n}", 3, /the block before has no exit/],
  ["func @f {\n  return\n}", 2, /expected a block's label/],
  ["func @f {\nb0:\n  return 1x\n}", 3, /`1x` is not a number/],
  ['func @f {\nb0:\n  return "a\n}', 3, /closing quote/],
  ["func @f {\nb0(x: strong):\n  return\n}", 2, /`strong` is not a type/],
  ["func @f {\nb0(x: int[1]):\n  return\n}", 2, /bounds/],
  ["func @f {\nb0:\n  return 1 2\n}", 3, /expected the end of the line, found `2`/],
  ["func @f\n", 1, /expected `{`/],
];

test("what is not a graph is told with its line", () => {
  for (const [text, line, message] of faults) {
    assert.throws(
      () => parseGraph(text),
      (error) => error instanceof GraphSyntaxError && error.line === line && message.test(error.message),
      text,
    );
  }
});

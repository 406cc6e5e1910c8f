import assert from "node:assert/strict";
import { test } from "node:test";
import { callGraph } from "../../src/analysis/call-graph.ts";
import { canCollect } from "../../src/analysis/can-collect.ts";
import { canRaise } from "../../src/analysis/can-raise.ts";
import { Effects, functionsInCycles } from "../../src/analysis/effects.ts";
import { Liveness } from "../../src/analysis/liveness.ts";
import { Loops, loopExits } from "../../src/analysis/loops.ts";
import { Dominators } from "../../src/graph/dominators.ts";
import type { Block, Graph, Variable } from "../../src/graph/graph.ts";
import { parseGraph, parseProgram } from "../../src/graph/parse.ts";

const nested = parseGraph(`
func @f -> int {
b0(n: int, p: ref):
  jump b1(0)
b1(i: int):
  c = int_lt i, n
  branch c, b2, b6
b2:
  k: int = get_field{struct=A, field=x} p
  jump b3(0)
b3(j: int):
  d = int_lt j, k
  branch d, b4, b5
b4:
  j2 = int_add j, 1
  jump b3(j2)
b5:
  i2 = int_add i, k
  jump b1(i2)
b6:
  return i
b7:
  jump b6
}
`);

const at = (graph: Graph, index: number): Block => graph.blocks[index] as Block;
const names = (variables: Iterable<Variable>): string =>
  [...variables]
    .map((one) => one.name)
    .sort()
    .join(" ");

test("dominators", () => {
  const dominators = new Dominators(nested);
  const number = (block: Block | undefined): number => nested.blocks.indexOf(block as Block);
  assert.deepEqual(
    nested.blocks.map((block) => number(dominators.parent(block))),
    [-1, 0, 1, 2, 3, 3, 1, -1],
  );
  assert.ok(dominators.dominates(at(nested, 1), at(nested, 5)));
  assert.ok(dominators.dominates(at(nested, 3), at(nested, 3)));
  assert.ok(!dominators.dominates(at(nested, 4), at(nested, 5)));
  assert.ok(!dominators.dominates(at(nested, 0), at(nested, 7)), "b7 cannot be reached");
  const frontiers = [...dominators.frontiers()].map(([block, joins]) => [
    number(block),
    [...joins].map(number),
  ]);
  assert.deepEqual(frontiers.filter(([, joins]) => (joins as number[]).length > 0).sort(), [
    [1, [1]],
    [2, [1]],
    [3, [1, 3]],
    [4, [3]],
    [5, [1]],
  ]);
});

test("loops and their depth", () => {
  const loops = new Loops(nested);
  assert.deepEqual(
    nested.blocks.map((block) => loops.depth(block)),
    [0, 1, 1, 2, 2, 1, 0, 0],
  );
  assert.equal(loops.of(at(nested, 4))?.parent?.head, at(nested, 1));
  assert.deepEqual(loopExits(loops.all[0] as (typeof loops.all)[0]), [
    { from: at(nested, 1), to: at(nested, 6) },
  ]);
});

test("liveness at both ends of blocks", () => {
  const live = new Liveness(nested);
  assert.deepEqual(
    nested.blocks.slice(0, 7).map((block) => names(live.atStart(block))),
    ["", "n p", "i n p", "i k n p", "i j k n p", "i k n p", "i"],
  );
  assert.equal(names(live.atEnd(at(nested, 0))), "n p");
  const references = new Liveness(nested, (variable) => variable.type === "ref");
  assert.equal(names(references.atStart(at(nested, 3))), "p");
});

test("live across an operation: not its operands' last uses, not its result", () => {
  const graph = parseGraph(`
func @f -> int {
b0(p: ref, q: ref, r: ref):
  a: ref = call{function=f} p, q
  b: ref = call{function=g} q, a
  except b1(a, b), catch e: value => b2(e, r)
b1(x: ref, y: ref):
  z: int = call{function=h} x, y
  return z
b2(v: value, w: ref):
  raise v
}
`);
  const live = new Liveness(graph);
  assert.equal(names(live.across(at(graph, 0), 0)), "q r");
  assert.equal(names(live.across(at(graph, 0), 1)), "a r");
  assert.equal(names(live.across(at(graph, 1), 0)), "");
});

const calls = parseProgram(`
program low @main

struct @A {
  vtable [@method]
}

func @main -> void {
b0(c: code):
  call{function=catcher}
  call{function=allocates}
  call_indirect c
  return
}

func @thrower -> void {
b0(v: value):
  raise v
}

func @middle -> void {
b0(v: value):
  call{function=thrower} v
  return
}

func @catcher -> void {
b0:
  call{function=middle} value:true
  except b1, catch e: value => b1
b1:
  return
}

func @allocates -> ref {
b0:
  a = allocate{struct=A}
  return a
}

func @method -> int {
b0(x: int):
  b = int_lt x, 1
  branch b, b1, b2
b1:
  return x
b2:
  y: int = call{function=other} x
  return y
}

func @other -> int {
b0(x: int):
  y: int = call{function=method} x
  return y
}

func @known -> int {
b0(p: ref, c: code):
  x: int = call_indirect{functions=[reads]} c, p
  return x
}

func @reads -> int {
b0(p: ref):
  x: int = get_field{struct=A, field=x} p
  return x
}

func @open -> void {
b0:
  call{function=elsewhere}
  return
}
`);

test("can raise: through callers, not past an except exit; what is not there may", () => {
  assert.deepEqual([...canRaise(calls).functions].sort(), ["elsewhere", "middle", "open", "thrower"]);
  assert.deepEqual(
    [...canRaise(calls, ["method"]).functions].sort(),
    ["elsewhere", "main", "method", "middle", "open", "other", "thrower"],
    "an indirect call reaches every function whose address is taken",
  );
});

test("can collect", () => {
  const collects = canCollect(calls);
  assert.deepEqual([...collects.functions].sort(), ["allocates", "elsewhere", "main", "open"]);
  const inMain = calls.functions.get("main")?.blocks[0]?.operations ?? [];
  assert.deepEqual(
    inMain.map((operation) => collects.operation(operation)),
    [false, true, false],
  );
});

test("effects and recursion", () => {
  const graph = callGraph(calls);
  assert.deepEqual([...functionsInCycles(calls, graph).keys()].sort(), ["method", "other"]);
  const effects = new Effects(calls, graph);
  assert.deepEqual(effects.of("reads"), { effect: "reads", returns: true });
  assert.deepEqual(effects.of("known"), { effect: "reads", returns: true });
  assert.deepEqual(effects.of("allocates"), { effect: "allocates", returns: true });
  assert.deepEqual(effects.of("other"), { effect: "none", returns: false });
  assert.deepEqual(effects.of("open"), { effect: "io", returns: false });
});

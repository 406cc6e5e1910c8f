/** A large program is divided among translation units without losing what the C compiler could do with it in one. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { divide } from "../../src/backend/c/units.ts";
import type { Graph } from "../../src/graph/graph.ts";
import { parseProgram } from "../../src/graph/parse.ts";

/** `f` and `g` are as large as each other; `only` is called from `g` alone, `tiny` from both. */
const program = parseProgram(`program low @f

func @f -> int {
b0(x: int):
  a = call{function=tiny} x
  b = call{function=g} a
  ${work("b")}
  return z
}

func @system -> int {
b0(x: int):
  n = call_native{name=argument_count}
  ${work("x")}
  return z
}

func @g -> int {
b0(x: int):
  a = call{function=tiny} x
  b = call{function=only} a
  c = call{function=system} b
  ${work("c")}
  return z
}

func @only -> int {
b0(x: int):
  ${work("x")}
  return z
}

func @tiny -> int {
b0(x: int):
  y = int_add x, 1
  return y
}
`);

/** Operations enough for no copy. */
function work(from: string): string {
  const lines = Array.from({ length: 20 }, (_, i) => `w${i} = int_add ${i === 0 ? from : `w${i - 1}`}, 1`);
  return [...lines, "z = int_add w19, 1"].join("\n  ");
}

const native = ({ name }: Graph): boolean => name === "system";
const names = (unit: { functions: readonly Graph[] }): string[] => unit.functions.map(({ name }) => name);

describe("units of a large program", () => {
  test("keep together what calls each other alone, and copy what is smaller than a call", () => {
    const { units, shared } = divide(program, ["f", "g"], native, { least: 0, size: 45 });
    assert.deepEqual(units.map(names), [
      ["f", "system", "tiny"],
      ["g", "only", "tiny"],
    ]);
    assert.deepEqual([...shared].sort(), ["g", "system"]);
  });

  test("are one where the program is small", () => {
    const { units, shared } = divide(program, ["f"], native, { least: 1000, size: 45 });
    assert.deepEqual(units.map(names), [["f", "system", "g", "only", "tiny"]]);
    assert.equal(shared.size, 0);
  });

  test("share functions whose address the data holds", () => {
    const table = parseProgram(`program low @f

struct @Table {
  field call: code
}

static @table = Table {
  field call = @g
}

func @f -> int {
b0(x: int):
  ${work("x")}
  return z
}

func @g -> int {
b0(x: int):
  y = int_add x, 1
  return y
}
`);
    const { units, shared } = divide(table, ["f"], () => false, { least: 0, size: 12 });
    assert.deepEqual(units.map(names), [["f"], ["g"]]);
    assert.deepEqual([...shared], ["g"]);
  });
});

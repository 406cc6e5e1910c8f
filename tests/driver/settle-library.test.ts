/** What the passes may conclude about a library whose programs are not known yet. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { settleLibrary } from "../../src/driver/settle-library.ts";
import { parseProgram } from "../../src/graph/parse.ts";
import { printGraph } from "../../src/graph/print.ts";
import { addWellKnownStructs } from "../../src/graph/well-known.ts";
import { isSettled } from "../../src/passes/pass.ts";

function settled(functions: string): (name: string) => string {
  const library = parseProgram(`program low @initialize\nglobal @count: int = 0\n${functions}`);
  addWellKnownStructs(library);
  settleLibrary(library);
  return (name) => {
    const graph = library.functions.get(name);
    assert.ok(graph);
    return `${isSettled(graph) ? "settled " : ""}${printGraph(graph)}`;
  };
}

describe("settling a library", () => {
  test("a call through an address may do what a program's function does", () => {
    const text = settled(`
func @initialize -> void {
b0:
  return
}
func @begin -> void {
b0:
  set_global{name=count} 1
  return
}
func @twice -> int {
b0(code: code):
  a: int = get_global{name=count}
  call_indirect code
  b: int = get_global{name=count}
  c = int_add a, b
  return c
}`)("twice");
    assert.equal(text.match(/get_global/g)?.length, 2);
    assert.match(text, /^settled /);
  });

  test("the entry keeps the calls of the modules' own statements", () => {
    const graph = settled(`
func @initialize -> void {
b0:
  call{function=a.init}
  return
}
func @a.init -> void {
b0:
  set_global{name=count} 1
  return
}`);
    assert.match(graph("initialize"), /call\{function=a\.init\}/);
    assert.match(graph("a.init"), /^settled /);
  });

  test("what programs have their own version of is not copied", () => {
    const graph = settled(`
func @initialize -> void {
b0:
  return
}
func @prelude.Error.one -> int {
b0:
  return 1
}
func @f -> int notes {seed="-> int"} {
b0:
  a: int = call{function=prelude.Error.one}
  return a
}`);
    assert.match(graph("f"), /call\{function=prelude\.Error\.one\}/);
    assert.doesNotMatch(graph("prelude.Error.one"), /^settled /);
  });
});

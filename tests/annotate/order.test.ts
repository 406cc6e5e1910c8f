import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { frontend } from "../../src/frontend/frontend.ts";
import { annotatedProgram } from "./annotated.ts";

const examples = fileURLToPath(
  new URL("../../examples/", import.meta.url.replace("/dist/tests/", "/tests/")),
);

function example(name: string) {
  const { program, messages } = frontend(examples + name);
  assert.deepEqual(messages.all, []);
  return program;
}

test("the order of work does not matter", () => {
  for (const name of ["gcbench.ts", "bytecode.ts"]) {
    const program = example(name);
    const expected = annotatedProgram(program).text;
    fc.assert(
      fc.property(fc.integer({ min: 1 }), (seed) => {
        let state = seed;
        const pick = (length: number): number => {
          state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
          return state % length;
        };
        assert.equal(annotatedProgram(program, pick).text, expected);
      }),
      { numRuns: 5 },
    );
  }
});

test("all examples annotate without messages", () => {
  for (const name of readdirSync(examples)) assert.deepEqual(annotatedProgram(example(name)).codes, [], name);
});

test("richards: every field of a task is an integer or a reference, and definite", () => {
  const found = annotatedProgram(example("richards.ts"));
  const { classes } = found.program;
  for (const info of classes.values()) {
    if (!info.name.startsWith("richards.")) continue;
    for (const field of info.fields) {
      const type = found.field(info.name, field.name);
      assert.doesNotMatch(type, /number|undefined|not definite/, `${info.name}.${field.name}`);
    }
  }
  assert.equal(found.field("richards.TaskControlBlock", "state"), "int[0..7]");
  assert.equal(found.element("richards.Scheduler.constructor.array1"), "@richards.TaskControlBlock|null");
});

test("nbody: coordinates are doubles, indices integers", () => {
  const found = annotatedProgram(example("nbody.ts"));
  for (const name of ["x", "y", "z", "vx", "vy", "vz", "mass"])
    assert.equal(found.field("nbody.Body", name), "number");
  assert.match(found.variable("nbody.System.advance", "i"), /^int/);
});

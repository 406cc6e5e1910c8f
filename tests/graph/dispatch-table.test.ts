/** Tables of multimethods answer as a search through all methods does, and are small where the methods are few. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { classIntervals } from "../../src/graph/class-intervals.ts";
import {
  chooseMethod,
  dispatchTable,
  lookUp,
  noMethod,
  severalMethods,
  structDistance,
} from "../../src/graph/dispatch-table.ts";
import { program as newProgram, type Program } from "../../src/graph/program.ts";

/** Classes 0, 1, …, each below an earlier one or none. */
function withClasses(parents: readonly (number | undefined)[]): Program {
  const program = newProgram("low", "main");
  for (const [index, parent] of parents.entries()) {
    const name = `c${index}`;
    const above = parent === undefined || index === 0 ? undefined : `c${parent % index}`;
    const rest = { displayName: name, fields: [], item: undefined, zeroed: false, vtable: [] };
    program.structs.set(name, { name, parent: above, ...rest });
  }
  return program;
}

const parents = fc.array(fc.option(fc.nat(30), { nil: undefined }), { minLength: 1, maxLength: 30 });
const pairs = fc.array(fc.tuple(fc.nat(32), fc.nat(32)), { maxLength: 25 });

test("a table answers for every two classes as the search does", () => {
  fc.assert(
    fc.property(parents, pairs, (given, methods) => {
      const program = withClasses(given);
      // Some name classes of which there are no objects.
      const names = methods.map(([a, b]) => `c${a} c${b}`);
      const table = dispatchTable(program, names);
      const numbers = classIntervals(program);
      for (const first of program.structs.values())
        for (const second of program.structs.values()) {
          const [a, b] = [first, second].map((one) => structDistance(program, one));
          const [x] = numbers.get(first.name)!;
          const [y] = numbers.get(second.name)!;
          assert.equal(lookUp(table, x, y), chooseMethod(names, a!, b!));
        }
      assert.equal(lookUp(table, given.length, 0), noMethod);
    }),
    { numRuns: 200 },
  );
});

test("rows that are mostly empty lie over each other", () => {
  const program = withClasses(new Array<undefined>(40).fill(undefined));
  const methods = Array.from({ length: 40 }, (_, at) => `c${at} c${(at * 7) % 40}`);
  const { rows, columns, owners, methods: entries } = dispatchTable(program, methods);
  assert.equal(rows.length + columns.length, 80);
  // 40 × 40 entries, of which 40 say something.
  assert.ok(entries.length < 120, `${entries.length} entries`);
  assert.equal(owners.length, entries.length);
});

test("the nearest method is chosen, on both sides", () => {
  const program = withClasses([undefined, 0, 1]);
  const of = (methods: readonly string[], first: string, second: string): number =>
    chooseMethod(
      methods,
      structDistance(program, program.structs.get(first)!),
      structDistance(program, program.structs.get(second)!),
    );
  assert.equal(of(["c0 c0", "c1 c0", "c1 c1"], "c2", "c2"), 2);
  assert.equal(of(["c0 c0", "c1 c0"], "c0", "c2"), 0);
  assert.equal(of(["c0 c1", "c1 c0"], "c2", "c2"), severalMethods);
  assert.equal(of(["c1 c1"], "c0", "c1"), noMethod);
});

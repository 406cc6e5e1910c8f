/** What dies: weak references, registries and finalizers on woven graphs, with each way to collect. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { interpretFile } from "../../src/driver/commands/interpret.ts";
import { defaultOptions } from "../../src/driver/options.ts";
import { testFolder } from "../graph/hdl-file.ts";
import { Workspace } from "./command.ts";

const work = new Workspace();
const file = (name: string): string => fileURLToPath(new URL(name, testFolder("system")));
const interpreted = (name: string, gc: string, settings = {}): string =>
  interpretFile(file(name), [], "woven", { ...defaultOptions, gc }, { settings }).stdout;

const deaths = "dead held\nundefined held\ncleaned up forgotten\nheld true true\n";
const finalizers = `collect 1
finalize c a
finalize self self
finalize phoenix undefined
special
finalize s undefined
collect 2
finalize a b
collect 3
finalize b undefined
collect 4
1 phoenix
0
`;
const sorted = (text: string): string[] => text.split("\n").sort();

describe("what dies", () => {
  for (const gc of ["incminimark", "semispace", "marksweep", "refcount"]) {
    test(`is forgotten by weak references with ${gc}`, () => {
      assert.equal(interpreted("weak-deaths.ts", gc), deaths);
    });
    test(`is finalized once and in order with ${gc}`, () => {
      const found = interpreted("finalizers.ts", gc, { gcCheck: 1 }).split("collect");
      // Within one collection the order is the collector's.
      // Nothing finds a cycle by counting.
      const expected = gc === "refcount" ? finalizers.replace("finalize self self\n", "") : finalizers;
      assert.deepEqual(found.map(sorted), expected.split("collect").map(sorted));
    });
  }

  test("lives for ever without a collector", () => {
    assert.match(interpreted("weak-deaths.ts", "none"), /^dead held\ndead held\nheld /);
  });

  test("is forgotten on Node, too, where no finalizer runs", async () => {
    assert.equal((await work.heddle(["node", file("weak-deaths.ts")])).stdout, deaths);
    const { stdout } = await work.heddle(["node", file("finalizers.ts")]);
    assert.equal(stdout.includes("finalize"), false);
  });
});

import assert from "node:assert/strict";
import { it } from "node:test";
import { generation } from "../../src/collectors/generation/generation.ts";
import * as runtime from "../../src/collectors/generation/runtime.ts";
import { nurserySize } from "../../src/collectors/parts/nursery.ts";
import { generationalSuite } from "./generational.ts";
import { heapSizeSuite } from "./heap-size.ts";
import { Mutator } from "./mutator.ts";
import { collectorSuite } from "./suite.ts";

collectorSuite(generation, runtime);
generationalSuite("generation", runtime);
heapSizeSuite("generation", runtime, [
  [1300, 1.15, 1.4],
  [0, 1.6, 1.95],
  [3000, 2.6, 3.3],
]);

it("generation has the nursery that the settings say", () => {
  new Mutator(runtime, 8, { nurserySize: 100_000 });
  assert.equal(nurserySize, 98_304);
});

/** Objects that are freed by hand: `Managed` of heddle/memory in translated programs, and what the simulator says of a mistake. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { interpretFile, interpretTranslated } from "../../src/driver/commands/interpret.ts";
import { defaultOptions } from "../../src/driver/options.ts";
import { Timings } from "../../src/driver/timings.ts";
import { translate } from "../../src/driver/translate.ts";
import { testFolder } from "../graph/hdl-file.ts";
import { Workspace } from "./command.ts";

const work = new Workspace();
const file = fileURLToPath(new URL("managed.ts", testFolder("system")));
const options = { ...defaultOptions, allowSystem: true };
const expected = "500000 1000 11 [ 989 ]\n";

describe("managed objects", () => {
  for (const gc of ["incminimark", "marksweep"]) {
    test(`live beside the heap of ${gc}`, async () => {
      const args = ["run", "-O1", "--allow-system", `--gc=${gc}`, file];
      const env = { HEDDLE_GC_STRESS: "200", HEDDLE_GC_CHECK: "1" };
      const { stdout, stderr, exit } = await work.heddle(args, { env });
      assert.deepEqual({ stdout, stderr, exit }, { stdout: expected, stderr: "", exit: 0 });
    });
  }

  test("are records on the interpreter of low graphs", () => {
    assert.equal(interpretFile(file, [], "low", options).stdout, expected);
  });

  test("are named when they are used after they were freed", () => {
    const { program } = translate(file, options, new Timings());
    const interpreted = (...args: string[]) => interpretTranslated(program, [file, ...args], options);
    assert.equal(interpreted().stdout, expected);
    assert.throws(() => interpreted("use"), {
      name: "MemoryError",
      fault: "freed",
      message:
        /^read of 8 bytes at \w+: in the 48 bytes at \w+, allocated at .*, freed at .*\n {2}in .*managed\.ts:45/,
    });
    assert.throws(() => interpreted("free"), { name: "MemoryError", fault: "double-free" });
  });
});

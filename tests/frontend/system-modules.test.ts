/** The run-time and the collectors are system code of the language: nothing is refused, and their roots are known. */
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { packageRoot } from "../../src/driver/paths.ts";
import { translateSystemModules } from "../../src/frontend/modules/system-modules.ts";
import { verifyProgram } from "../../src/graph/verify.ts";
import { splitFunctions } from "../../src/suspend/split-functions.ts";

const folder = path.join(packageRoot, "src");

function translated(...files: string[]): ReturnType<typeof translateSystemModules> {
  const result = translateSystemModules(
    files.map((name) => path.join(folder, name)),
    folder,
  );
  assert.deepEqual(
    result.messages.all.map((one) => one.text),
    [],
  );
  splitFunctions(result.program);
  assert.deepEqual(verifyProgram(result.program), []);
  return result;
}

test("a module of the run-time: names by path, parameters declared as floats seed floats", () => {
  const { program, roots } = translated("runtime/math/power.ts");
  const root = roots.find((one) => one.function === "runtime.math.power.pow");
  assert.deepEqual(
    root?.params.map((one) => one.number?.kind),
    ["float", "float"],
  );
  assert.equal(program.functions.get("runtime.math.power.pow")?.notes.seed, "float,float -> float");
  assert.equal(program.functions.get("runtime.math.power.pow")?.system, true);
});

test("a collector: the machine's functions are built in", () => {
  const { program } = translated("collectors/semispace/runtime.ts");
  const names = new Set<unknown>();
  for (const { blocks } of program.functions.values()) {
    for (const { op, attributes } of blocks.flatMap((one) => one.operations)) {
      if (op === "call_builtin") names.add(attributes.name);
    }
  }
  assert.ok(names.has("memory.loadWord"));
  assert.ok([...names].some((one) => String(one).startsWith("memory.getState.")));
  assert.ok([...names].some((one) => String(one).startsWith("memory.setState.")));
});

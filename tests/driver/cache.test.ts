/** The cache of `heddle run`: nothing is translated twice, and nothing old is run. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, statSync } from "node:fs";
import { describe, test } from "node:test";
import { Workspace } from "./command.ts";

/** All executables of a workspace's cache with their times. */
function executables(work: Workspace): Record<string, number> {
  if (!existsSync(work.path("cache"))) return {};
  const names = readdirSync(work.path("cache"), { recursive: true, encoding: "utf8" });
  const found = names.filter((name) => name.endsWith(".out"));
  return Object.fromEntries(found.map((name) => [name, statSync(work.path(`cache/${name}`)).mtimeMs]));
}

describe("cache", { concurrency: 2 }, () => {
  test("a second run translates nothing, an edited source or import does", async () => {
    const work = new Workspace();
    work.write("lib.ts", "export const value = 1;\n");
    work.write("main.ts", 'import { value } from "./lib.ts";\nconsole.log("value", value);\n');
    const run = async (): Promise<[string, Record<string, number>]> => {
      const { stdout, stderr, exit } = await work.heddle(["run", "-O0", "main.ts"]);
      assert.equal(exit, 0, stderr);
      return [stdout, executables(work)];
    };
    const [first, made] = await run();
    assert.equal(first, "value 1\n");
    assert.equal(Object.keys(made).length, 1);
    const [second, kept] = await run();
    assert.equal(second, first);
    assert.deepEqual(kept, made);

    work.write("lib.ts", "export const value = 2;\n");
    const [third, remade] = await run();
    assert.equal(third, "value 2\n");
    assert.notDeepEqual(remade, made);
    work.write("main.ts", 'import { value } from "./lib.ts";\nconsole.log("other", value);\n');
    assert.equal((await run())[0], "other 2\n");
  });

  test("a cached program needs no C compiler, other options are other programs", async () => {
    const work = new Workspace();
    work.write("program.ts", "console.log(1);\n");
    const cc = work.compilerMaking("cc-once", "echo compiled");
    const run = (...options: string[]) => work.heddle(["run", `--cc=${cc}`, ...options, "program.ts"]);
    assert.equal((await run()).stdout, "compiled\n");
    work.script("cc-once", "exit 1");
    assert.equal((await run()).stdout, "compiled\n");
    assert.equal((await run("--gc=none")).exit, 3);
    assert.equal((await run("-O3")).exit, 3);
  });

  test("a program that was refused or not compiled leaves nothing behind", async () => {
    const work = new Workspace();
    work.write("wrong.ts", "console.log(missing);\n");
    assert.equal((await work.heddle(["run", "wrong.ts"])).exit, 1);
    work.write("right.ts", "console.log(1);\n");
    assert.equal((await work.heddle(["run", "--cc=false", "right.ts"])).exit, 3);
    assert.deepEqual(executables(work), {});
  });
});

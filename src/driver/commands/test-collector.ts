/** `heddle test-collector FILE`: plays the suite of all collectors on the simulator, with one of the user's own. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { eraseTypes } from "../../frontend/oracle/transpile.ts";
import { ownRuntime, readOwnCollector } from "../collectors.ts";
import { packageRoot } from "../paths.ts";
import { readInput } from "../user-files.ts";
import { runExecutable } from "./run.ts";

const dist = path.join(packageRoot, "dist");

/** Our own modules as the suite uses them, so that both have one simulator. */
function ownModule(specifier: string): string | undefined {
  const [, name] = /^heddle\/(memory|collectors\/.+|graph\/.+|source\/.+)$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  return `file://${path.join(dist, "src", name === "memory" ? "memory/memory" : name)}.js`;
}

export async function testCollector(file: string): Promise<number> {
  const own = await readOwnCollector(file);
  const runtime = ownRuntime(file, own);
  readInput(runtime);
  const folder = mkdtempSync(path.join(os.tmpdir(), "heddle-collector-"));
  try {
    const erased = eraseTypes(runtime, folder, ownModule);
    const suite = path.join(dist, "tests", "collectors", "suite.js");
    const test = path.join(folder, `${own.name}.test.mjs`);
    writeFileSync(
      test,
      `import { collectorSuite } from "file://${suite}";
import * as runtime from "file://${erased}";
collectorSuite(${JSON.stringify(own)}, runtime);
`,
    );
    // Where tests of the user's run us, the suite is one of its own.
    delete process.env.NODE_TEST_CONTEXT;
    return await runExecutable(process.execPath, ["--enable-source-maps", "--test-reporter=spec", test]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

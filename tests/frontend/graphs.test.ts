/**
 * The graphs of key constructs. Each file of graphs/ is a source, a line `// ==== graphs`, and what the frontend makes of
 * it, without spans and without the prelude; `BLESS=1` writes it anew.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { packageRoot } from "../../src/driver/paths.ts";
import { frontend } from "../../src/frontend/frontend.ts";
import { printGraph } from "../../src/graph/print.ts";
import { verifyProgram } from "../../src/graph/verify.ts";

const folder = path.join(packageRoot, "tests", "frontend", "graphs");
const rule = "// ==== graphs";

function graphsOf(source: string): string {
  const file = path.join(folder, "example.ts");
  const { program, messages } = frontend(file, { readFile: (name) => (name === file ? source : undefined) });
  assert.deepEqual(
    messages.all.map((one) => one.text),
    [],
  );
  assert.deepEqual(verifyProgram(program), []);
  const own = [...program.functions.values()].filter((one) => one.name.startsWith("example."));
  return own.map((one) => printGraph(one).replace(/ !\S+/g, "")).join("\n");
}

for (const name of readdirSync(folder)) {
  test(name.replace(/\.txt$/, ""), () => {
    const file = path.join(folder, name);
    const [source = "", expected = ""] = readFileSync(file, "utf8").split(`${rule}\n`);
    const graphs = graphsOf(source);
    if (process.env.BLESS === "1") writeFileSync(file, `${source}${rule}\n${graphs}`);
    else assert.equal(graphs, expected);
  });
}

/** A command loads what it needs: drawing and layout are not part of starting. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { packageRoot } from "../../src/driver/paths.ts";

/** The packages that a file's static imports lead to, in files of ours or not. */
function packagesBehind(file: string, seen = new Set<string>(), found = new Set<string>()): Set<string> {
  if (seen.has(file)) return found;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  for (const [, specifier = ""] of text.matchAll(
    /^(?:import|(?:import|export)\b[^;]*?\bfrom) "([^"]+)";/gm,
  )) {
    const target = path.resolve(path.dirname(file), specifier);
    if (!specifier.startsWith(".")) found.add(specifier);
    else if (existsSync(target)) packagesBehind(target, seen, found);
  }
  return found;
}

test("starting loads no package but the one for the command line", () => {
  const behind = (name: string): string[] =>
    [...packagesBehind(path.join(packageRoot, "src", "driver", name))].filter(
      (one) => !one.startsWith("node:"),
    );
  assert.deepEqual(behind("main.ts"), ["commander"]);
  assert.deepEqual(behind("commands/log.ts"), []);
  // The walk finds what is there.
  assert.deepEqual(behind("log/draw-log.ts"), ["d3-scale", "d3-shape"]);
});

/** docs/constructs.md is what the tests say. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { packageRoot } from "../src/driver/paths.ts";
import { constructsFile, constructsText } from "./support/constructs.ts";

test("the table of constructs is up to date: npm run docs", () => {
  assert.ok(
    readFileSync(constructsFile, "utf8") === constructsText(),
    "run `npm run docs` and commit its result",
  );
});

test("docs/language.md names only programs that there are", () => {
  const text = readFileSync(path.join(packageRoot, "docs", "language.md"), "utf8");
  const tables = text.slice(0, text.indexOf("## Known differences"));
  const named = [...tables.matchAll(/\| `(?:\.\.\/)?([\w-]+(?:\/[\w-]+)*)` \|$/gm)].map(
    (found) => found[1] as string,
  );
  const places = ["tests/programs", "tests/errors", "tests"].flatMap((folder) =>
    ["", ".ts", ".js"].map((end) => [folder, end]),
  );
  const missing = named.filter(
    (name) =>
      !places.some(([folder, end]) => existsSync(path.join(packageRoot, folder as string, `${name}${end}`))),
  );
  assert.deepEqual(missing, []);
});

/** The part of a program that is written in C stays small: no strings, maps, formatting or collectors. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { packageRoot } from "../../src/driver/paths.ts";

test("the native part has fewer than 800 lines", () => {
  const folder = path.join(packageRoot, "src/backend/c/native");
  const lines = readdirSync(folder).map(
    (name) => readFileSync(path.join(folder, name), "utf8").split("\n").length,
  );
  const total = lines.reduce((sum, one) => sum + one, 0);
  assert.ok(total < 800, `${total} lines`);
});

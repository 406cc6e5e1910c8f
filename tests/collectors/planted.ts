import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import type { CollectorRuntime } from "../../src/collectors/collector.ts";

const sources = path.resolve(import.meta.dirname, "../../src");
const folder = mkdtempSync(path.join(tmpdir(), "planted-"));
after(() => rmSync(folder, { recursive: true, force: true }));
let planted = 0;

/**
 * A collector with a bug: the one place in its compiled sources where `right` stands says `wrong`. `file` is below
 * `collectors`. All else that it imports, the memory too, is that of this process.
 */
export async function withBug(
  collector: string,
  file: string,
  right: string,
  wrong: string,
): Promise<CollectorRuntime> {
  planted += 1;
  const copy = path.join(folder, `${planted}`);
  cpSync(path.join(sources, "collectors"), copy, { recursive: true });
  for (const name of readdirSync(copy, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".js")) continue;
    const text = readFileSync(path.join(copy, name), "utf8");
    writeFileSync(path.join(copy, name), text.replaceAll('"../../', `"${pathToFileURL(sources).href}/`));
  }
  const parts = readFileSync(path.join(copy, file), "utf8").split(right);
  assert.equal(parts.length, 2, `${file} has ${parts.length - 1} places with: ${right}`);
  writeFileSync(path.join(copy, file), parts.join(wrong));
  return import(pathToFileURL(path.join(copy, collector, "runtime.js")).href);
}

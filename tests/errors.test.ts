/**
 * What is refused, and where: each program of tests/errors has `// error: …` or `// warning: …` on the lines that must be told, with a part of
 * what is said (quotes and case do not count). No other line may be told.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { annotate } from "../src/annotate/annotate.ts";
import { packageRoot } from "../src/driver/paths.ts";
import { frontend } from "../src/frontend/frontend.ts";
import { lower } from "../src/lower/lower.ts";
import type { Message } from "../src/source/messages.ts";

const folder = path.join(packageRoot, "tests", "errors");

function plain(text: string): string {
  return text.replace(/[`'"]/g, "").toLowerCase();
}

/** What is told of a program, by file and line. */
function told(entry: string): { messages: readonly Message[]; sources: ReadonlyMap<string, string> } {
  const { program, messages, sources } = frontend(entry, { tagged: true });
  const typed = messages.hasErrors ? undefined : annotate(program, { messages });
  if (typed && !messages.hasErrors) lower(typed, { wordSize: 8, messages });
  return { messages: messages.all, sources };
}

function check(entry: string): void {
  const { messages, sources } = told(entry);
  const missing: string[] = [];
  const lines = new Set<string>();
  for (const [file, text] of sources) {
    text.split("\n").forEach((line, index) => {
      const [, severity, wanted] = /\/\/ (error|warning): (.*)$/.exec(line) ?? [];
      if (wanted === undefined) return;
      const place = `${file}:${index + 1}`;
      lines.add(place);
      const found = messages.some(
        (one) =>
          one.severity === severity && placeOf(one) === place && plain(one.text).includes(plain(wanted)),
      );
      if (!found) missing.push(`${place}: nothing says "${wanted}"`);
    });
  }
  const more = messages
    .filter((one) => !lines.has(placeOf(one)))
    .map((one) => `${placeOf(one)}: ${one.code} ${one.text}`);
  assert.deepEqual({ missing, more }, { missing: [], more: [] });
}

function placeOf({ span }: Message): string {
  return `${span?.file}:${span?.line}`;
}

for (const entry of readdirSync(folder, { withFileTypes: true })) {
  const main = ["main.ts", "main.js"].map((name) => path.join(folder, entry.name, name)).find(existsSync);
  const file = main ?? path.join(folder, entry.name);
  if (!existsSync(file) || !/\.[jt]s$/.test(file)) continue;
  test(entry.name.replace(/\.[jt]s$/, ""), () => check(file));
}

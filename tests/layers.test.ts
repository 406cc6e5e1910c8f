/** Imports run one way: the table of rooms in ARCHITECTURE.md holds for every file. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { packageRoot } from "../src/driver/paths.ts";

/** What each room may import beside itself. */
const allowed: Record<string, readonly string[]> = {
  source: [],
  graph: ["source"],
  analysis: ["source", "graph"],
  memory: ["source", "graph"],
  frontend: ["source", "graph"],
  suspend: ["source", "graph", "analysis"],
  annotate: ["source", "graph", "analysis"],
  lower: ["source", "graph", "analysis"],
  passes: ["source", "graph", "analysis"],
  weave: ["source", "graph", "analysis"],
  backend: ["source", "graph", "analysis"],
  collectors: ["source", "graph", "memory"],
  runtime: ["source", "graph", "memory"],
  simulate: ["source", "graph", "analysis", "memory"],
  driver: [
    ...[
      "source",
      "graph",
      "analysis",
      "memory",
      "frontend",
      "suspend",
      "annotate",
      "lower",
      "passes",
      "weave",
      "backend",
    ],
    ...["collectors", "runtime", "simulate"],
  ],
};

const src = path.join(packageRoot, "src");

/** The files of the source and their texts. */
const texts = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((file) => ({ file, text: readFileSync(path.join(src, file), "utf8") }));

/** `room imports room` pairs with the files that make them. */
function imports(): { from: string; to: string; file: string }[] {
  return texts.flatMap(({ file, text }) => {
    const found = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)];
    return found.map((match) => {
      const target = path.relative(src, path.resolve(src, path.dirname(file), match[1] as string));
      return { from: file.split(path.sep)[0] as string, to: target.split(path.sep)[0] as string, file };
    });
  });
}

test("no room imports what the table does not allow", () => {
  const wrong = imports().filter(({ from, to }) => from !== to && !allowed[from]?.includes(to));
  assert.deepEqual(wrong, []);
});

test("every room of the source is in the table", () => {
  const rooms = readdirSync(src, { withFileTypes: true }).filter((one) => one.isDirectory());
  assert.deepEqual(rooms.map((one) => one.name).sort(), Object.keys(allowed).sort());
});

test("pages that the source names are there", () => {
  const named = texts.flatMap(({ text }) =>
    [...text.matchAll(/docs\/[\w/-]+\.(?:md|html)/g)].map(([page]) => page),
  );
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((page) => !existsSync(path.join(packageRoot, page))),
    [],
  );
});

/** What README, ARCHITECTURE and the pages of docs/ name is there; commands of the tutorial are run by its own test. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { packageRoot } from "../src/driver/paths.ts";

const names = [
  "README.md",
  "ARCHITECTURE.md",
  ...readdirSync(path.join(packageRoot, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join("docs", name)),
];
const pages = names.map((name) => ({ name, text: readFileSync(path.join(packageRoot, name), "utf8") }));

/** What a form finds in all pages, as `page: first group`, where `isWrong` holds. */
function wrong(form: RegExp, isWrong: (found: string, page: string) => boolean): string[] {
  return pages.flatMap(({ name, text }) =>
    [...text.matchAll(form)]
      .map(([, found = ""]) => found)
      .filter((found) => isWrong(found, name))
      .map((found) => `${name}: ${found}`),
  );
}

const isMissing = (file: string): boolean => !existsSync(path.join(packageRoot, file));

test("links lead to files", () => {
  // Code may look like a link.
  const missing = wrong(
    /`[^`\n]*`|\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g,
    (link, page) => link !== "" && isMissing(path.join(path.dirname(page), link)),
  );
  assert.deepEqual(missing, []);
});

test("files of ours in text are there", () => {
  const form = /`((?:src|tests|bench|examples|docs|gdb|editor|build)\/[\w./-]+)`/g;
  // How-to pages name what their reader is going to write.
  const isWrong = (file: string, page: string): boolean => !page.includes("how-to") && isMissing(file);
  assert.deepEqual(wrong(form, isWrong), []);
});

test("scripts of npm are there", () => {
  const { scripts } = JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8"));
  assert.deepEqual(
    wrong(/npm run (?:--silent )?([\w:-]+)/g, (script) => !(script in scripts)),
    [],
  );
});

test("options stand before the program's file: behind it they are the program's", () => {
  const form = /heddle ((?:run|interpret|node) [^\n`]*?(?:\.[jt]s|FILE)\b[^\n`]* --?\w+)/g;
  assert.deepEqual(
    wrong(form, () => true),
    [],
  );
});

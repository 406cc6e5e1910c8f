/**
 * The table of constructs, from the tests themselves: what each program of the corpus shows, and what each wrong program
 * is told. `npm run docs` writes it to docs/constructs.md; a test holds the two together.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../../src/driver/paths.ts";
import { type ProgramCase, programsBelow } from "./programs.ts";

export const constructsFile = path.join(packageRoot, "docs", "constructs.md");

/** Comments that tell the tests something, not the reader. */
const note = /^\/\/ (args|exit|stops|stdin|error|warning):/;

/** What a program says of itself in its first lines; else its name in words. */
function described({ name, file }: ProgramCase): string {
  const lines = readFileSync(file, "utf8").split("\n");
  const first = lines.find((line) => !note.test(line)) ?? "";
  const said = /^\/\/ (?!@)(.+)$/.exec(first)?.[1];
  return said ?? (name.split("/").slice(1).join(": ") || name).replaceAll("-", " ");
}

function outcome({ file, exit }: ProgramCase): string {
  if (/^\/\/ stops:/m.test(readFileSync(file, "utf8"))) return `stops ${exit}`;
  return exit === 0 ? "works" : `works, exit ${exit}`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function worksTable(): string[] {
  const topics = new Map<string, ProgramCase[]>();
  for (const one of programsBelow("tests/programs")) {
    const topic = one.name.split("/")[0] as string;
    topics.set(topic, [...(topics.get(topic) ?? []), one]);
  }
  return [...topics].flatMap(([topic, cases]) => [
    `### ${topic}`,
    "",
    "| construct | | program |",
    "|---|---|---|",
    ...cases.map((one) => `| ${cell(described(one))} | ${outcome(one)} | \`${one.name}\` |`),
    "",
  ]);
}

/** What is told of a wrong program: the texts that its own comments ask for. */
function toldIn(entry: string): string[] {
  const files = /\.[jt]s$/.test(entry) ? [entry] : readdirSync(entry).map((name) => path.join(entry, name));
  const texts = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\/\/ error: (.*)$/gm)].map((found) => found[1] as string),
  );
  return [...new Set(texts)];
}

function refusedTable(): string[] {
  const folder = path.join(packageRoot, "tests", "errors");
  const rows = readdirSync(folder)
    .sort()
    .map((name) => {
      const told = toldIn(path.join(folder, name)).join("; ");
      return `| ${cell(told)} | refused | \`${name.replace(/\.[jt]s$/, "")}\` |`;
    });
  return ["| what is told | | program |", "|---|---|---|", ...rows, ""];
}

export function constructsText(): string {
  return [
    "# Constructs, by test",
    "",
    "Made by `npm run docs` from the tests; [language.md](language.md) is the same for readers.",
    "",
    "## What works",
    "",
    "Programs below `tests/programs/`: each prints as a native program what it prints on Node.",
    "",
    ...worksTable(),
    "## What is refused",
    "",
    "Programs below `tests/errors/`: each is told these things, at the places that its comments name.",
    "",
    ...refusedTable(),
  ].join("\n");
}

if (process.argv[2] === "write") writeFileSync(constructsFile, constructsText());

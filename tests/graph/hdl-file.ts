/** Test files in the textual form: a program, or, without a `program` line, some low-level functions. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { env } from "node:process";
import { parseProgram } from "../../src/graph/parse.ts";
import { printProgram } from "../../src/graph/print.ts";
import type { Program } from "../../src/graph/program.ts";

const header = /^program /m;

/** The folder of a test in the sources, where its files stand; compiled tests are in dist. */
export function testFolder(path: string): URL {
  const here = import.meta.url.replace("/dist/tests/", "/tests/");
  return new URL(`../${path}/`, here);
}

/** The files of a folder with their contents, by name. */
export function hdlFiles(folder: URL): Map<string, string> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".hdl"))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
}

/** Reads a test file; a file of functions only is a low-level program that begins with the first of them. */
export function readHdl(text: string): Program {
  if (header.test(text)) return parseProgram(text);
  const entry = /^func (@\S+)/m.exec(text)?.[1] ?? "@none";
  // On the first line, so that line numbers stay.
  return parseProgram(
    `program low ${entry}${text.startsWith("\n") || text.startsWith(";") ? "" : "\n"}${text}`,
  );
}

/** The text of a program in the form of the file that it came from. */
export function printHdl(program: Program, like: string): string {
  const text = printProgram(program);
  return header.test(like) ? text : text.slice(text.indexOf("\n") + 2);
}

/** With BLESS=1 the file becomes what was found. */
export function bless(folder: URL, name: string, text: string): boolean {
  if (env.BLESS !== "1") return false;
  writeFileSync(new URL(name, folder), text);
  return true;
}

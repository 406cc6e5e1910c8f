/** What is said of files that a command cannot read or write. */
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { readSnapshot } from "../../src/driver/heap/read-snapshot.ts";
import { UsageFault } from "../../src/driver/usage-fault.ts";
import { checkOutput, makeFolder, readInput, writeOutput } from "../../src/driver/user-files.ts";
import { entryFault } from "../../src/frontend/checker/entry-file.ts";
import { Workspace } from "./command.ts";

const work = new Workspace();
work.write("text.txt", "text");
mkdirSync(work.path("folder"));

function said(what: () => unknown): string {
  try {
    what();
  } catch (error) {
    assert.ok(error instanceof UsageFault, String(error));
    return error.message.replaceAll(`${work.folder}/`, "");
  }
  return "";
}

test("an output is refused before the work, and never takes the place of a source", () => {
  const out = (name: string, ending?: string): string =>
    said(() => checkOutput(work.path(name), "the page", ending));
  assert.equal(out("app.ts"), "the page cannot be `app.ts`: that is the name of a source file");
  assert.equal(out("folder"), "the page cannot be `folder`: it is a directory");
  assert.equal(out("page", ".html"), "the page cannot be `page`: its name must end in .html");
  assert.equal(out("none/page"), "the page cannot be `none/page`: the directory `none` does not exist");
  assert.equal(out("folder/page.html", ".html"), "");
  assert.equal(out("text.txt"), "");
});

test("reasons are sentences", () => {
  assert.equal(
    said(() => readInput(work.path("none"))),
    "`none` cannot be read: it does not exist",
  );
  assert.equal(
    said(() => readInput(work.path("folder"))),
    "`folder` cannot be read: it is a directory",
  );
  assert.equal(
    said(() => writeOutput(work.path("folder"), "the page", "")),
    "the page cannot be `folder`: it is a directory",
  );
  assert.equal(
    said(() => makeFolder(work.path("text.txt"), "the directory")),
    "the directory cannot be `text.txt`: it is a file",
  );
});

test("a program begins with a file that has the name of one", () => {
  const fault = (name: string): string | undefined =>
    entryFault(work.path(name))?.replace(/`[^`]*\/([^/`]*)`/, "`$1`");
  assert.equal(fault("none.ts"), "the file `none.ts` was not found");
  assert.equal(fault("folder"), "`folder` is a directory: name the file in it that the program begins with");
  assert.equal(fault("text.txt"), "`text.txt` has not the name of a program, which ends in .ts or .js");
});

test("a snapshot that was cut short is told from what is none", () => {
  assert.match(
    said(() => readSnapshot('{"snapshot":{"meta":{"nod', "a")),
    /^`a` ends in the middle/,
  );
  assert.match(
    said(() => readSnapshot("[]", "a")),
    /^`a` is no heap snapshot: write one by/,
  );
});

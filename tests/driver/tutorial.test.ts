/**
 * Runs each command of docs/tutorial and compares what it prints. A block `ts NAME` is a file; in a block `sh` lines that
 * begin with `$` are commands, the others what they print; a line `…` stands for any one line.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { packageRoot } from "../../src/driver/paths.ts";
import { Workspace } from "./command.ts";

const folder = path.join(packageRoot, "docs", "tutorial");

interface Step {
  readonly command: string;
  readonly output: string[];
}

/** The fenced blocks of a page, in order: what stands behind the fence, and the lines. */
function blocksOf(text: string): { info: string; lines: string[] }[] {
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, info, body]) => ({
    info: info ?? "",
    lines: (body ?? "").split("\n").slice(0, -1),
  }));
}

function stepsOf(lines: readonly string[]): Step[] {
  const steps: Step[] = [];
  for (const line of lines) {
    if (line.startsWith("$ ")) steps.push({ command: line.slice(2), output: [] });
    else steps.at(-1)?.output.push(line);
  }
  return steps;
}

for (const page of readdirSync(folder).sort())
  test(`each command of ${page} does what it says`, async () => {
    const work = new Workspace();
    const bin = path.join(packageRoot, "bin", "heddle.js");
    work.script("npx", `shift; exec ${process.execPath} ${bin} "$@"`);
    const env = { PATH: `${work.folder}:${process.env.PATH}` };
    let commands = 0;
    for (const { info, lines } of blocksOf(readFileSync(path.join(folder, page), "utf8"))) {
      const [, name] = /^ts (\S+)$/.exec(info) ?? [];
      if (name !== undefined) work.write(name, `${lines.join("\n")}\n`);
      if (info !== "sh") continue;
      for (const { command, output } of stepsOf(lines)) {
        const { stdout, stderr } = await work.run("/bin/sh", ["-c", command], { env });
        const printed = stdout.split("\n").slice(0, -1);
        const expected = output.map((line, i) => (line === "…" ? (printed[i] ?? "a line") : line));
        assert.deepEqual([printed, stderr], [expected, ""], command);
        commands++;
      }
    }
    assert.ok(commands > 3, `${commands} commands`);
  });

/**
 * Many small programs as one: a program that imports each of them as a module, with a mark printed after each. One
 * translation, one C compilation and one run serve them all, on Node and natively.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ProgramCase } from "./programs.ts";

const mark = "=== end of module";

/** Writes the program into `folder`; gives it as a case of its own. */
export function batchProgram(name: string, cases: readonly ProgramCase[], folder: string): ProgramCase {
  mkdirSync(folder, { recursive: true });
  const lines = cases.map((one, index) => {
    writeFileSync(path.join(folder, `mark${index}.ts`), `console.log("${mark} ${index}");\nexport {};\n`);
    const relative = path.relative(folder, one.file).split(path.sep).join("/");
    return `import "${relative.startsWith(".") ? relative : `./${relative}`}";\nimport "./mark${index}.ts";\n`;
  });
  const file = path.join(folder, "batch.ts");
  writeFileSync(file, lines.join(""));
  return { name, file, args: [], exit: 0, batchable: false };
}

/** What each program of a batch printed; undefined for those that the run did not reach the end of. */
export function splitOutput(stdout: string, count: number): (string | undefined)[] {
  const parts: (string | undefined)[] = [];
  let from = 0;
  for (let index = 0; index < count; index++) {
    const text = `${mark} ${index}\n`;
    const at = stdout.indexOf(text, from);
    if (at < 0) return [...parts, ...new Array<undefined>(count - index).fill(undefined)];
    parts.push(stdout.slice(from, at));
    from = at + text.length;
  }
  return parts;
}

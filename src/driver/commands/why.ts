/** `heddle why FILE:LINE`: what became of the allocations, numbers and calls of a line, and why. */
import path from "node:path";
import type { Program } from "../../graph/program.ts";
import { exitCodes, type TranslateOptions } from "../options.ts";
import { Timings } from "../timings.ts";
import { translate } from "../translate.ts";
import { UsageFault } from "../usage-fault.ts";
import { checksOf, explainLine, linesOf } from "../why/explain-line.ts";

/** `entry`: the file that the program begins with, where that is another one. */
export function why(place: string, entry: string | undefined, options: TranslateOptions): number {
  const [, name, digits, columnDigits] = /^(.+?):(\d+)(?::(\d+))?$/.exec(place) ?? [];
  if (name === undefined) throw new UsageFault(`\`${place}\` is no place: write FILE:LINE, as in app.ts:12`);
  const line = Number(digits);
  let typed: Program | undefined;
  let written = new Set<string>();
  let left = new Set<string>();
  let checked = new Set<string>();
  const watch = (stage: string, program: Program): void => {
    if (stage === "frontend") written = linesOf(program);
    if (stage === "annotate") {
      typed = program;
      left = linesOf(program);
    }
    if (stage === "passes") checked = checksOf(program);
  };
  const { remarks, sources } = translate(entry ?? name, options, new Timings(), "weave", { watch });
  const file = path.relative(process.cwd(), path.resolve(name)).split(path.sep).join("/");
  const text = sources.get(file);
  if (text === undefined)
    throw new UsageFault(`\`${file}\` is no file of the program that begins with \`${entry}\``);
  const source = text.split("\n")[line - 1];
  if (source === undefined || line === 0)
    throw new UsageFault(`\`${file}\` has ${text.split("\n").length} lines: there is no line ${line}`);
  const key = `${file}:${line}`;
  const explained = typed ? explainLine({ typed, checked, remarks: remarks.all }, file, line) : [];
  const column = columnDigits === undefined ? undefined : Number(columnDigits);
  const wanted = explained.filter(
    (one) => column === undefined || (one.column <= column && column < one.column + one.length),
  );
  const lines = wanted.flatMap(({ column, length, facts }) => [
    `${key}:${column}: \`${source.slice(column - 1, column - 1 + length)}\``,
    ...facts.map((fact) => `  ${fact}`),
  ]);
  if (lines.length === 0) {
    const reason =
      written.has(key) && !left.has(key)
        ? "flow never reaches this line: it is not translated"
        : "there is nothing to tell: no allocation, call or arithmetic of numbers";
    lines.push(`${place}: ${reason}`);
  }
  process.stdout.write(`${lines.join("\n")}\n`);
  return exitCodes.success;
}

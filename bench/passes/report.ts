/** What was measured as Markdown: a table a measure, relative to all passes, and a reason for each row that shows nothing. */
import type { Figures } from "./measure.ts";
import type { Row } from "./rows.ts";

/** By program, what was measured of each row. */
export type Results = ReadonlyMap<string, readonly Figures[]>;

type Measure = (figures: Figures) => number | undefined;

/** Nearer to 1 than that is nothing. */
const nothing = 0.015;

export function figuresOf(results: Results, program: string, label: string): Figures | undefined {
  return results.get(program)?.find((one) => one.label === label);
}

/** A row's measure by that of the first row; undefined where there is none. */
export function relative(results: Results, name: string, label: string, of: Measure): number | undefined {
  const [here, first] = [figuresOf(results, name, label), results.get(name)?.[0]];
  const [value, whole] = [here && of(here), first && of(first)];
  return value === undefined || whole === undefined ? undefined : value / whole;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly results: Results;
}

function shown(ratio: number | undefined): string {
  return ratio === undefined || !Number.isFinite(ratio) ? "–" : ratio.toFixed(2);
}

function markdown(head: readonly string[], lines: readonly (readonly string[])[]): string {
  if (head.length === 1 || lines.every((cells) => cells.length === 1)) return "Not measured yet.";
  const rows = [head, head.map(() => "---"), ...lines];
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Rows by programs; a cell is the time and, behind it, the instructions. */
export function speedTable({ rows, results }: Section): string {
  const names = [...results.keys()];
  const lines = rows.map(({ label, before }) => [
    label,
    ...names.map((name) => {
      const counted = shown(relative(results, name, label, (one) => one.instructions));
      const time = relative(results, name, label, (one) => one.seconds);
      return time === undefined ? counted : `${shown(time)} (${counted})`;
    }),
    before ?? "",
  ]);
  return markdown(["", ...names, "in 2006"], lines);
}

/** Rows by programs; a cell is the executable, the objects and the bytes that are allocated. */
export function memoryTable({ rows, results }: Section): string {
  const names = [...results.keys()];
  const measures: readonly Measure[] = [(one) => one.executable, (one) => one.objects, (one) => one.bytes];
  const absolute = names.map((name) => {
    const first = results.get(name)?.[0];
    return first ? measures.map((of) => (of(first) ?? 0).toLocaleString("en")).join(" · ") : "–";
  });
  const lines = rows.map(({ label }) => [
    label,
    ...names.map((name) => measures.map((of) => shown(relative(results, name, label, of))).join(" · ")),
  ]);
  return markdown(["", ...names], [["absolute", ...absolute], ...lines]);
}

/** The rows in which nothing changed anywhere, each with the reason. */
export function reasons({ rows, results }: Section): string {
  const lines: string[] = [];
  for (const { label, reason } of rows.slice(1)) {
    const all = [...results.keys()].flatMap((name) => {
      const figures = figuresOf(results, name, label);
      return figures ? [{ name, figures }] : [];
    });
    const changed = all.some(({ name }) =>
      [(one: Figures) => one.instructions, (one: Figures) => one.objects].some(
        (of) => Math.abs((relative(results, name, label, of) ?? 1) - 1) >= nothing,
      ),
    );
    if (changed || all.length === 0) continue;
    const same = all.filter(({ figures }) => figures.same).length;
    const executables = same === 0 ? "" : ` (the same executable for ${same} of ${all.length} programs)`;
    lines.push(`- **${label}**: ${reason ?? "nothing in these programs asks for it"}${executables}.`);
  }
  return lines.join("\n");
}

/** How much all passes give, with either level of the C compiler. */
export function wholeGain({ results }: Section): string {
  const lines = [...results.keys()].map((name) => {
    const instructions = (label: string): number =>
      figuresOf(results, name, label)?.instructions ?? Number.NaN;
    const seconds = (label: string): number => figuresOf(results, name, label)?.seconds ?? Number.NaN;
    const gain = (of: (label: string) => number, suffix: string, base: string): string =>
      shown(of(`no passes${suffix}`) / of(base));
    return [
      name,
      gain(seconds, "", "all passes (-O2)"),
      gain(instructions, "", "all passes (-O2)"),
      gain(seconds, ", cc -O0", "all passes, cc -O0"),
      gain(instructions, ", cc -O0", "all passes, cc -O0"),
    ];
  });
  const head = ["no passes : all passes", "cc -O2: time", "instructions", "cc -O0: time", "instructions"];
  return markdown(head, lines);
}

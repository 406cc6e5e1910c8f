/** `heddle log FILE`: what a log says, in a page of text. */
import { kindOf, pausesOf, phasesOf, survival } from "./phases.ts";
import type { Log, Section } from "./read-log.ts";

export function summarize(log: Log): string {
  const { sections, length } = log;
  const run = length / 1e9;
  const parts = [[`run of ${seconds(run)}${log.endsWithin === undefined ? "" : ending(log.endsWithin)}`]];
  parts.push(sectionTable(sections, run));
  parts.push(collectionLines(sections, run));
  const phases = phasesOf(log);
  if (phases.length > 0) parts.push(phaseTable(log, phases));
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function ending(section: string): string {
  return section === "run" ? ", which did not end by itself" : `, which was ended within ${section}`;
}

function sectionTable(sections: readonly Section[], run: number): string[] {
  const names = [...new Set(sections.map(({ name }) => name))].filter((name) => name !== "run");
  const rows = names.map((name) => {
    const times = sections.filter((one) => one.name === name).map((one) => one.seconds);
    times.sort((a, b) => a - b);
    const total = sum(times);
    return [
      name,
      `${times.length}`,
      seconds(total),
      milliseconds(median(times)),
      milliseconds(times.at(-1) ?? 0),
      percent(total, run),
    ];
  });
  return table([["section", "count", "total", "median", "longest", "of the run"], ...rows]);
}

function collectionLines(sections: readonly Section[], run: number): string[] {
  const minor = sections.filter((one) => kindOf(one) === "minor");
  const major = sections.filter((one) => kindOf(one) === "major");
  const lines: string[] = [];
  if (minor.length > 0) {
    const { survived, young } = survival(minor);
    const rate = young > 0 ? `; ${percent(survived, young)} of ${bytes(young)} survived` : "";
    lines.push(`minor collections: ${percent(timeOf(minor), run)} of the run${rate}`);
  }
  if (major.length > 0) {
    const done = major.filter(({ name }) => name === "gc-collect-done");
    const live = done.flatMap(({ numbers }) => numbers.get("live objects") ?? []);
    const last = live.at(-1);
    const known =
      last === undefined ? "" : `; alive after the last ${bytes(last)}, at most ${bytes(Math.max(...live))}`;
    lines.push(`major collections: ${percent(timeOf(major), run)} of the run in ${done.length}${known}`);
  }
  const pauses = pausesOf(sections)
    .map((one) => one.seconds)
    .sort((a, b) => a - b);
  if (pauses.length > 0) {
    const [middle, most, longest] = [median(pauses), quantile(pauses, 0.99), quantile(pauses, 1)].map(
      milliseconds,
    );
    lines.push(`pauses: median ${middle}, 99 % within ${most}, longest ${longest}`);
  }
  const resident = sections.flatMap(({ numbers }) => numbers.get("resident") ?? []);
  if (resident.length > 0)
    lines.push(`resident: at most ${bytes(resident.reduce((a, b) => Math.max(a, b)))}`);
  return lines;
}

function phaseTable({ sections }: Log, phases: ReturnType<typeof phasesOf>): string[] {
  const rows = phases.map(({ name, start, end }) => {
    const within = sections.filter((one) => one.start >= start && one.end <= end);
    const minor = within.filter((one) => kindOf(one) === "minor");
    const major = within.filter((one) => kindOf(one) === "major");
    const length = (end - start) / 1e9;
    const { survived, young } = survival(minor);
    // The run ends in its last phase, though it began before.
    const last = sections.filter((one) => one.end > start && one.end <= end);
    const resident = last.flatMap(({ numbers }) => numbers.get("resident") ?? []).at(-1);
    return [
      name,
      seconds(length),
      percent(timeOf(minor), length),
      percent(timeOf(major), length),
      young > 0 ? percent(survived, young) : "",
      resident === undefined ? "" : bytes(resident),
    ];
  });
  return table([["phase", "lasted", "minor", "major", "survived", "resident at its end"], ...rows]);
}

/** Columns, the first one flush left and the others flush right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  "),
  );
}

/** The value below which so large a share of the sorted ones lie. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function median(sorted: readonly number[]): number {
  const half = sorted.length >> 1;
  const above = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? above : ((sorted[half - 1] ?? 0) + above) / 2;
}

function timeOf(sections: readonly Section[]): number {
  return sum(sections.map((one) => one.seconds));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

const seconds = (value: number): string => `${value.toFixed(3)} s`;
const milliseconds = (value: number): string => `${(value * 1000).toFixed(3)} ms`;
const percent = (part: number, whole: number): string =>
  whole > 0 ? `${((100 * part) / whole).toFixed(1)} %` : "-";
const bytes = (value: number): string => `${(value / 2 ** 20).toFixed(1)} MB`;

/** `heddle log --plot`: memory over time and pauses, in the log's own words. */
import { type Chart, drawChart, type Panel, type Series } from "../plot/chart.ts";
import type { Point } from "../plot/thin.ts";
import { pausesOf, phasesOf } from "./phases.ts";
import type { Log, Section } from "./read-log.ts";

export function drawLog(log: Log, title: string): string {
  const bars = phasesOf(log).map(({ name, start, end }) => ({ name, start: start / 1e9, end: end / 1e9 }));
  const chart: Chart = {
    title,
    seconds: log.length / 1e9,
    bars,
    panels: [memoryPanel(log), pausePanel(log)],
  };
  return drawChart(chart);
}

function memoryPanel({ sections, length }: Log): Panel {
  const at = (line: string, time: (section: Section) => number): Point[] => {
    const found: Point[] = [];
    for (const section of sections) {
      const value = section.numbers.get(line);
      if (value !== undefined) found.push([time(section) / 1e9, value]);
    }
    return found.sort(([a], [b]) => a - b);
  };
  const start = ({ start }: Section): number => start;
  const end = ({ end }: Section): number => end;
  const lasting = (points: Point[]): Point[] => {
    const last = points.at(-1);
    return last ? [...points, [length / 1e9, last[1]]] : [];
  };
  const series: Series[] = [
    { name: "resident", colour: "grey", shape: "area", points: lasting(at("resident", end)) },
    {
      name: "minor collect, total memory used",
      colour: "blue",
      shape: "line",
      points: at("minor collect, total memory used", start),
    },
    {
      name: "total memory used",
      colour: "purple",
      shape: "step",
      points: lasting(at("total memory used", end)),
    },
    { name: "nursery size", colour: "green", shape: "step", points: lasting(at("nursery size", end)) },
    { name: "objects before", colour: "red", shape: "dots", points: at("objects before", start) },
    { name: "live objects", colour: "orange", shape: "dots", points: at("live objects", end) },
  ];
  const most = Math.max(0, ...series.map(({ points }) => points.reduce((a, [, y]) => Math.max(a, y), 0)));
  const [unit, word] =
    most >= 2 ** 31 ? [2 ** 30, "GB"] : most >= 2 ** 21 ? [2 ** 20, "MB"] : [2 ** 10, "KB"];
  const format = (value: number): string => `${value / unit} ${word}`;
  return { title: "memory", height: 340, unit, format, series };
}

function pausePanel({ sections }: Log): Panel {
  const pauses = pausesOf(sections);
  const of = (kind: "minor" | "major"): Point[] =>
    pauses.filter((one) => one.kind === kind).map(({ start, seconds }): Point => [start / 1e9, seconds]);
  const series: Series[] = [
    { name: "gc-minor", colour: "blue", shape: "stems", points: of("minor") },
    { name: "gc-collect", colour: "red", shape: "stems", points: of("major") },
  ];
  const format = (value: number): string => `${Math.round(value * 1e6) / 1e3} ms`;
  return { title: "pauses", height: 110, unit: 0.001, format, series };
}

/** `heddle build --plot`: the translator's own memory over time, and how large the program is after each phase. */
import { Worker } from "node:worker_threads";
import type { ProgramSize } from "../stats.ts";
import type { Timings } from "../timings.ts";
import { drawChart, type Panel, type Series } from "./chart.ts";
import type { Point } from "./thin.ts";

export interface ResidentSamples {
  /** Ends the sampling; gives pairs of milliseconds since the process began and bytes. */
  stop(): Point[];
}

/** A thread of its own samples what is resident: phases never pause for it. */
export function watchResident(): ResidentSamples {
  const most = 60_000;
  const milliseconds = 10;
  const samples = new Float64Array(new SharedArrayBuffer(most * 2 * 8));
  const count = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL("resident-worker.js", import.meta.url), {
    workerData: { samples, count, milliseconds },
  });
  // The thread's faults are not the translation's, and it keeps no process alive.
  worker.on("error", () => undefined);
  worker.unref();
  return {
    stop() {
      void worker.terminate();
      return Array.from({ length: Atomics.load(count, 0) }, (_, index): Point => {
        const time = (samples[2 * index] as number) - performance.timeOrigin;
        return [time, samples[2 * index + 1] as number];
      });
    },
  };
}

export function drawTranslation(
  title: string,
  spans: Timings["spans"],
  sizes: readonly ProgramSize[],
  resident: readonly Point[],
): string {
  const end = Math.max(...spans.map((one) => one.end));
  const of = (value: (row: ProgramSize) => number): Point[] =>
    sizes.map((row): Point => [row.time / 1000, value(row)]);
  const memory: Series[] = [
    {
      name: "resident",
      colour: "grey",
      shape: "area",
      points: resident.filter(([time]) => time <= end).map(([time, bytes]): Point => [time / 1000, bytes]),
    },
    {
      name: "heap in use after a phase or pass",
      colour: "blue",
      shape: "line",
      points: of((row) => row.heap),
    },
  ];
  const size: Series[] = [
    { name: "operations", colour: "purple", shape: "line", points: of((row) => row.operations) },
    { name: "blocks", colour: "green", shape: "line", points: of((row) => row.blocks) },
    { name: "graphs", colour: "orange", shape: "line", points: of((row) => row.graphs) },
    { name: "allocations", colour: "red", shape: "line", points: of((row) => row.allocations) },
  ];
  const megabyte = 2 ** 20;
  const panels: Panel[] = [
    {
      title: "memory",
      height: 300,
      unit: megabyte,
      format: (value) => `${value / megabyte} MB`,
      series: memory,
    },
    { title: "program", height: 150, unit: 1, format: (value) => `${value}`, series: size },
  ];
  const bars = joined(spans).map(({ name, start, end }) => ({ name, start: start / 1000, end: end / 1000 }));
  return drawChart({ title, seconds: end / 1000, bars, panels });
}

/** What ran in turns under one name is one phase; before the first one Heddle itself is loaded. */
function joined(spans: Timings["spans"]): Timings["spans"] {
  const result: { name: string; start: number; end: number }[] = [
    { name: "load", start: 0, end: spans[0]?.start ?? 0 },
  ];
  for (const span of spans) {
    const last = result.at(-1);
    if (last?.name === span.name) last.end = span.end;
    else result.push({ ...span });
  }
  return result;
}

/**
 * Charts over time as SVG text: panels one below the other on one axis of time, grey bars where phases begin, a legend
 * above each panel. Marks that could not be told apart are left out, so that a long log makes no big file.
 */
import { scaleLinear } from "d3-scale";
import { area, curveLinear, curveStepAfter, line } from "d3-shape";
import { type Colour, paint, styleSheet } from "./theme.ts";
import { type Point, thinned } from "./thin.ts";

export interface Series {
  readonly name: string;
  readonly colour: Colour;
  /** How points are shown: joined by lines, by steps, filled down to zero, as dots, as stems from zero. */
  readonly shape: "line" | "step" | "area" | "dots" | "stems";
  /** In the order of their times, in seconds. */
  readonly points: readonly Point[];
}

export interface Panel {
  readonly title: string;
  readonly height: number;
  readonly format: (value: number) => string;
  /** The axis has round numbers of so many. */
  readonly unit: number;
  readonly series: readonly Series[];
}

export interface Bar {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface Chart {
  readonly title: string;
  /** Times go from 0 to here. */
  readonly seconds: number;
  readonly bars: readonly Bar[];
  readonly panels: readonly Panel[];
}

const width = 980;
const left = 78;
const right = 22;
const plotWidth = width - left - right;
const titleHeight = 36;
const barNameRows = 3;
const barNameHeight = barNameRows * 14;
const legendHeight = 38;
const axisHeight = 40;
/** About the width of a letter. */
const letter = 6.2;

type AtTime = (seconds: number) => number;

export function drawChart(chart: Chart): string {
  const { title, seconds, bars, panels } = chart;
  const atTime: AtTime = (time) => left + (seconds > 0 ? (time / seconds) * plotWidth : 0);
  const top = titleHeight + (bars.length > 0 ? barNameHeight : 0);
  const bottom = top + panels.reduce((sum, { height }) => sum + legendHeight + height, 0);
  const height = bottom + axisHeight;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${styleSheet}</style>`,
    `<rect width="${width}" height="${height}" ${paint("fill", "paper")}/>`,
    text(left, 24, title, "title"),
    ...drawBars(bars, atTime, titleHeight, bottom),
  ];
  let y = top;
  for (const panel of panels) {
    parts.push(...drawPanel(panel, y + legendHeight, seconds, atTime));
    y += legendHeight + panel.height;
  }
  parts.push(...drawTimes(seconds, atTime, bottom));
  return `${parts.join("\n")}\n</svg>\n`;
}

/** A line and a name where each phase begins, and every other one on a ground of its own. */
function drawBars(bars: readonly Bar[], atTime: AtTime, top: number, bottom: number): string[] {
  const rowEnds = Array.from({ length: barNameRows }, () => 0);
  const edges: string[] = [];
  const names: string[] = [];
  bars.forEach(({ name, start, end }, index) => {
    const x = atTime(start);
    const size = `y="${top}" width="${n(atTime(end) - x)}" height="${bottom - top}"`;
    if (index % 2 === 0) edges.push(`<rect x="${n(x)}" ${size} ${paint("fill", "band")}/>`);
    edges.push(
      `<line x1="${n(x)}" x2="${n(x)}" y1="${top}" y2="${bottom}" ${paint("stroke", "edge")}><title>${escaped(name)}</title></line>`,
    );
    // A name may be longer than its phase: then the next ones are a row below, or known by their hint only.
    const nameEnd = x + 5 + name.length * letter;
    const row = rowEnds.findIndex((rowEnd) => rowEnd <= x);
    if (row === -1 || nameEnd > width) return;
    rowEnds[row] = nameEnd;
    names.push(text(x + 5, top + 14 + row * 14, name, "name"));
  });
  return [...edges, ...names];
}

function drawTimes(seconds: number, atTime: AtTime, bottom: number): string[] {
  const [scale, unit] = seconds >= 2 ? [1, "s"] : seconds >= 0.002 ? [1000, "ms"] : [1e6, "µs"];
  const ticks = scaleLinear()
    .domain([0, seconds * scale])
    .ticks(10);
  return ticks.flatMap((tick) => {
    const x = n(atTime(tick / scale));
    return [
      `<line x1="${x}" x2="${x}" y1="${bottom}" y2="${bottom + 5}" ${paint("stroke", "edge")}/>`,
      text(Number(x), bottom + 18, `${tick} ${unit}`, "middle"),
    ];
  });
}

function drawPanel(panel: Panel, top: number, seconds: number, atTime: AtTime): string[] {
  const { title, height, format, unit } = panel;
  const series = panel.series.filter(({ points }) => points.length > 0);
  const most = series.reduce((most, { points }) => points.reduce((a, [, y]) => Math.max(a, y), most), 0);
  const scale = scaleLinear()
    .domain([0, most > 0 ? most / unit : 1])
    .nice(Math.max(2, Math.floor(height / 45)))
    .range([top + height, top]);
  const at = (value: number): number => scale(value / unit);
  const parts: string[] = [];
  for (const tick of scale.ticks(Math.max(2, Math.floor(height / 45)))) {
    const y = n(scale(tick));
    parts.push(`<line x1="${left}" x2="${width - right}" y1="${y}" y2="${y}" ${paint("stroke", "grid")}/>`);
    parts.push(text(left - 8, Number(y) + 4, format(tick * unit), "right"));
  }
  for (const one of series) parts.push(drawSeries(one, seconds, atTime, at, top + height));
  parts.push(...drawLegend(title, series, top));
  return parts;
}

/** The panel's title and what each colour means; a line each does not need more than one row of them. */
function drawLegend(title: string, series: readonly Series[], top: number): string[] {
  const y = top - 12;
  const parts = [text(left, y, title, "panel")];
  let x = left + (title.length + 3) * letter;
  for (const { name, colour, shape } of series) {
    const mark =
      shape === "dots"
        ? `<circle cx="${n(x + 8)}" cy="${y - 4}" r="3.5" ${paint("fill", colour)}/>`
        : shape === "area"
          ? `<rect x="${n(x)}" y="${y - 9}" width="16" height="10" opacity="0.45" ${paint("fill", colour)}/>`
          : `<line x1="${n(x)}" x2="${n(x + 16)}" y1="${y - 4}" y2="${y - 4}" stroke-width="2.5" ${paint("stroke", colour)}/>`;
    parts.push(mark, text(x + 21, y, name, "name"));
    x += 21 + (name.length + 3) * letter;
  }
  return parts;
}

function drawSeries(
  { name, colour, shape, points }: Series,
  seconds: number,
  atTime: AtTime,
  at: (value: number) => number,
  zero: number,
): string {
  // Two columns a pixel: nothing is lost on a screen with small pixels.
  const shown = thinned(points, seconds, plotWidth * 2);
  const hint = `<title>${escaped(name)}</title>`;
  const x = ([time]: Point): number => atTime(time);
  const y = ([, value]: Point): number => at(value);
  switch (shape) {
    case "dots": {
      const dots = shown.map((one) => `M${n(x(one))} ${n(y(one))}h0`).join("");
      return `<path d="${dots}" fill="none" stroke-width="6" stroke-linecap="round" ${paint("stroke", colour)}>${hint}</path>`;
    }
    case "stems": {
      const stems = shown.map((one) => `M${n(x(one))} ${n(zero)}V${n(Math.min(y(one), zero - 1))}`).join("");
      return `<path d="${stems}" fill="none" stroke-width="1.2" ${paint("stroke", colour)}>${hint}</path>`;
    }
    case "area": {
      const path = area<Point>().x(x).y1(y).y0(zero).digits(1)(shown);
      return `<path d="${path}" opacity="0.3" ${paint("fill", colour)}>${hint}</path>`;
    }
    default: {
      const curve = shape === "step" ? curveStepAfter : curveLinear;
      const path = line<Point>().x(x).y(y).curve(curve).digits(1)(shown);
      return `<path d="${path}" fill="none" stroke-width="1.6" stroke-linejoin="round" ${paint("stroke", colour)}>${hint}</path>`;
    }
  }
}

function text(x: number, y: number, content: string, kind: string): string {
  return `<text x="${n(x)}" y="${n(y)}" class="${kind}">${escaped(content)}</text>`;
}

/** A coordinate, to a tenth of a pixel. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

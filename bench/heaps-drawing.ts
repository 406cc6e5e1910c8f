/** Lines as SVG text, both axes logarithmic. */

export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}

const [width, height, left, bottom, legend] = [760, 420, 50, 40, 170];
const colours = ["#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#a463f2", "#97bbf5", "#9c6b4e"];

export function drawLines(lines: readonly Line[]): string {
  const all = lines.flatMap(({ points }) => points).filter(([, y]) => Number.isFinite(y));
  const [firstX, lastX] = range(all.map(([x]) => x));
  const [firstY, lastY] = range(all.map(([, y]) => y));
  const atX = (x: number): number =>
    left + (Math.log(x / firstX) / Math.log(lastX / firstX)) * (width - left - legend);
  const atY = (y: number): number =>
    height - bottom - (Math.log(y / firstY) / Math.log(lastY / firstY)) * (height - bottom - 20);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="11">`,
    "<title>Nanoseconds an object over megabytes alive</title>",
    "<style>text { fill: #333 } @media (prefers-color-scheme: dark) { text { fill: #ddd } }</style>",
  ];
  for (const x of new Set(all.map(([one]) => one)))
    parts.push(
      `<text x="${atX(x).toFixed(1)}" y="${height - bottom + 16}" text-anchor="middle">${x} MB</text>`,
    );
  for (let y = 10 ** Math.ceil(Math.log10(firstY)); y <= lastY; y *= 10) {
    const at = atY(y).toFixed(1);
    parts.push(`<text x="${left - 6}" y="${at}" text-anchor="end">${y} ns</text>`);
    parts.push(
      `<line x1="${left}" x2="${width - legend}" y1="${at}" y2="${at}" stroke="#888" stroke-dasharray="3"/>`,
    );
  }
  lines.forEach(({ name, points }, index) => {
    // A collector's two lines have one colour; the second is dashed.
    const colour = colours[(index >> 1) % colours.length];
    const dash = index % 2 === 1 ? ' stroke-dasharray="5 3"' : "";
    const path = points.map(([x, y]) => `${atX(x).toFixed(1)},${atY(y).toFixed(1)}`).join(" ");
    parts.push(`<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.5"${dash}/>`);
    const y = 20 + index * 16;
    const x = width - legend + 16;
    parts.push(`<line x1="${x}" x2="${x + 20}" y1="${y - 4}" y2="${y - 4}" stroke="${colour}"${dash}/>`);
    parts.push(`<text x="${x + 26}" y="${y}">${name}</text>`);
  });
  return `${parts.join("\n")}\n</svg>\n`;
}

function range(numbers: readonly number[]): [number, number] {
  return [Math.min(...numbers), Math.max(...numbers)];
}

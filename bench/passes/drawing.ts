/** Bars as SVG text: a group of bars a row of the table, one for each program, and a line at 1. */

interface Group {
  readonly label: string;
  readonly values: readonly number[];
}

const labelWidth = 220;
const unit = 180;
const barHeight = 9;
const groupGap = 8;
const top = 40;
/** Longer bars are cut and say so by their number. */
const greatest = 3;
const colours = ["#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#a463f2", "#97bbf5", "#9c6b4e"];

export function drawBars(names: readonly string[], groups: readonly Group[]): string {
  const groupHeight = names.length * barHeight + groupGap;
  const height = top + groups.length * groupHeight + 10;
  const width = labelWidth + unit * greatest + 60;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="11">`,
    "<title>Instructions relative to all passes</title>",
    "<style>text { fill: #333 } @media (prefers-color-scheme: dark) { text { fill: #ddd } }</style>",
  ];
  names.forEach((name, at) => {
    const x = labelWidth + at * 85;
    parts.push(`<rect x="${x}" y="12" width="10" height="10" fill="${colours[at % colours.length]}"/>`);
    parts.push(`<text x="${x + 14}" y="21">${name}</text>`);
  });
  groups.forEach(({ label, values }, row) => {
    const y = top + row * groupHeight;
    parts.push(
      `<text x="${labelWidth - 8}" y="${y + groupHeight / 2}" text-anchor="end">${escaped(label)}</text>`,
    );
    values.forEach((value, at) => {
      if (!Number.isFinite(value)) return;
      const length = Math.min(value, greatest) * unit;
      const barY = y + at * barHeight;
      const colour = colours[at % colours.length];
      parts.push(
        `<rect x="${labelWidth}" y="${barY}" width="${length.toFixed(1)}" height="${barHeight - 1}" fill="${colour}"/>`,
      );
      parts.push(
        `<text x="${(labelWidth + length + 3).toFixed(1)}" y="${barY + 8}" font-size="8">${value.toFixed(2)}</text>`,
      );
    });
  });
  const one = labelWidth + unit;
  parts.push(
    `<line x1="${one}" x2="${one}" y1="${top - 6}" y2="${height - 6}" stroke="#888" stroke-dasharray="3"/>`,
  );
  return `${parts.join("\n")}\n</svg>\n`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

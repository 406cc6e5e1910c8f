/**
 * Writes the Unicode tables of the run-time from what this Node knows:
 *
 *   node --expose-internals build/unicode-tables.cjs && npx biome check --write src/runtime
 */
const { writeFileSync } = require("node:fs");
const path = require("node:path");
const { internalBinding } = require("internal/test/binding");

const icu = internalBinding("icu");
const points = Array.from({ length: 0x110000 }, (_, point) => point).filter((p) => p < 0xd800 || p > 0xdfff);

/** A string literal over several lines. */
function literal(units) {
  const escaped = (unit) =>
    unit < 256 ? `\\x${unit.toString(16).padStart(2, "0")}` : `\\u${unit.toString(16).padStart(4, "0")}`;
  const lines = [""];
  for (const one of units.map(escaped)) {
    if (lines[lines.length - 1].length + one.length > 108) lines.push("");
    lines[lines.length - 1] += one;
  }
  return `"\\\n${lines.join("\\\n")}"`;
}

/** Lengths of runs of points that are not in the set and that are, in turn. */
function runs(isIn) {
  const lengths = [0];
  let inside = false;
  for (let point = 0; point < 0x110000; point++) {
    const now = (point < 0xd800 || point > 0xdfff) && isIn(point);
    if (now !== inside || lengths[lengths.length - 1] === 65535) {
      // A run too long for a unit goes on after an empty one.
      if (now === inside) lengths.push(0);
      inside = now;
      lengths.push(0);
    }
    lengths[lengths.length - 1]++;
  }
  if (!inside) lengths.pop();
  while (lengths[lengths.length - 1] === 0 || lengths.length % 2 === 1) lengths.pop();
  return literal(lengths);
}

const codes = (text) => [...text].map((one) => one.codePointAt(0));

/** Records of first and last point, the first one's image, and the step: runs whose images are all as far away. */
function mapping(convert, plane) {
  const pairs = [];
  for (const point of points) {
    const image = codes(convert(String.fromCodePoint(point)));
    if (image.length === 1 && image[0] !== point && point >> 16 === plane && point > 127)
      pairs.push([point, image[0]]);
  }
  const units = [];
  for (let i = 0; i < pairs.length; ) {
    const [first, image] = pairs[i];
    const follows = (n, step) =>
      pairs[i + n]?.[0] === first + n * step && pairs[i + n][1] === image + n * step;
    let [count, step] = [1, 1];
    for (const tried of [1, 2]) {
      let n = 1;
      while (follows(n, tried)) n++;
      if (n > count) [count, step] = [n, tried];
    }
    units.push(first & 65535, (first + (count - 1) * step) & 65535, image & 65535, step);
    i += count;
  }
  return literal(units);
}

/** Records of a unit and the three units, or two and 0, of its upper case. */
function longer() {
  return literal(
    points.flatMap((point) => {
      const image = codes(String.fromCodePoint(point).toUpperCase());
      return image.length > 1 ? [point, image[0], image[1], image[2] ?? 0] : [];
    }),
  );
}

function write(file, text) {
  const head = `/* Unicode ${process.versions.unicode}, written by build/unicode-tables.cjs. */\n`;
  writeFileSync(path.join(__dirname, "../src/runtime", file), head + text);
}

const upper = (text) => text.toUpperCase();
const lower = (text) => text.toLowerCase();
const width = (point) => (point < 127 ? 1 : icu.getStringWidth(String.fromCodePoint(point)));

write(
  "strings/case-tables.ts",
  `
/** Records of four units: first and last unit that are mapped, what the first maps to, and the step between them. */
export const upperUnits = ${mapping(upper, 0)};

export const lowerUnits = ${mapping(lower, 0)};

/** The same for the code points from U+10000 on, less 0x10000. */
export const upperPoints = ${mapping(upper, 1)};

export const lowerPoints = ${mapping(lower, 1)};

/** Records of a unit and its upper case of three units, of which the last may be 0: none. */
export const longUpper = ${longer()};

/** Lengths of runs of code points without and with the property Cased, in turn. */
export const cased = ${runs((point) => /\p{Cased}/u.test(String.fromCodePoint(point)))};

/** The same of the property Case_Ignorable. */
export const caseIgnorable = ${runs((point) => /\p{Case_Ignorable}/u.test(String.fromCodePoint(point)))};
`,
);
write(
  "inspect/width-tables.ts",
  `
/** Lengths of runs of code points that take a column or more and that take none, in turn. */
export const noColumns = ${runs((point) => width(point) === 0)};

/** Lengths of runs of code points that take no more than one column and that take two, in turn. */
export const twoColumns = ${runs((point) => width(point) === 2)};
`,
);

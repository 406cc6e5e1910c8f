/**
 * Writes src/runtime/strings/collation-tables.ts: how Node's default collator (`en-US`) orders the units of Latin-1.
 *
 *   node build/collation-tables.cjs
 */
const { writeFileSync } = require("node:fs");
const path = require("node:path");

const base = new Intl.Collator("en-US", { sensitivity: "base" });
const fraction = "\u2044";
const latin = Array.from({ length: 256 }, (_, unit) => String.fromCharCode(unit));
const expansions = { æ: "ae", Æ: "ae", ß: "ss", "¼": "1⁄4", "½": "1⁄2", "¾": "3⁄4" };
/** In the collator's order; those of the letters æ, ß and ð meet no other. */
const marks = ["\u0301", "\u0300", "\u0302", "\u030a", "\u0308", "\u0303", "\u0338", "\u0327"];

const isIgnored = (one) => base.compare(`a${one}b`, "ab") === 0;
const simple = [...latin, fraction].filter((one) => !isIgnored(one) && !(one in expansions));
simple.sort((a, b) => base.compare(a, b));
const primaries = new Map();
let last = 0;
simple.forEach((one, i) => {
  if (i === 0 || base.compare(simple[i - 1], one) !== 0) last++;
  primaries.set(one, last);
});

function markOf(one) {
  if (one === "ø" || one === "Ø") return 1 + marks.indexOf("\u0338");
  if ("æÆßðÐ".includes(one)) return marks.length + 1;
  const [, mark] = one.normalize("NFD");
  return mark === undefined ? 0 : 1 + marks.indexOf(mark);
}

function tertiaryOf(one) {
  if ("ªº¹²³".includes(one)) return 2;
  return one === "\u00a0" || one !== one.toLowerCase() ? 1 : 0;
}

const first = latin.map((one) => primaries.get(expansions[one]?.[0] ?? one) ?? 0);
const literal = (numbers) => `"${numbers.map((n) => `\\x${n.toString(16).padStart(2, "0")}`).join("")}"`;
const wrapped = (text) => text.replace(/(.{1,112})(?=\\x|"$)/g, "$1\\\n").replace(/\\\n"$/, '"');
const shown = (numbers) => wrapped(literal(numbers).replace(/^"/, '"\\\n'));

writeFileSync(
  path.join(__dirname, "..", "src", "runtime", "strings", "collation-tables.ts"),
  `/* ICU ${process.versions.icu}, written by build/collation-tables.cjs. */

/** The place of each Latin-1 unit among the letters; 0 for those that are passed over. */
export const primaries =
  ${shown(first)};

/** The accent of each unit, 0 for none. */
export const marks =
  ${shown(latin.map(markOf))};

/** 1 for capitals, 2 for raised letters and digits. */
export const cases =
  ${shown(latin.map(tertiaryOf))};

/** The place of the bar of \`½\`. */
export const fractionBar = ${primaries.get(fraction)};
`,
);

/** The ways to build that the table compares. */
import { collectors } from "../../src/collectors/registry.ts";
import { defaultOptions, type TranslateOptions } from "../../src/driver/options.ts";
import { pipeline } from "../../src/driver/pipeline.ts";

export interface Row {
  readonly label: string;
  readonly options: Partial<TranslateOptions>;
  /** What RPython's team measured of its like in 2006: pystone and richards, on their interpreter. */
  readonly before?: string;
  /** Why it may show nothing on these programs. */
  readonly reason?: string;
  /** The passes are those of the first row: what is allocated is not counted again. */
  readonly sameGraphs?: boolean;
}

const names = [...new Set(pipeline.map(({ pass }) => pass.name))];

/** What every build needs, or which only tidies up. */
const tidying = [
  "dead-functions",
  "dead-code",
  "dead-params",
  "merge-blocks",
  "same-arguments",
  "constant-folding",
];

function only(...chosen: readonly string[]): Partial<TranslateOptions> {
  return { without: names.filter((name) => !chosen.includes(name) && !tidying.includes(name)) };
}

export const base: Row = { label: "all passes (-O2)", options: {}, before: "1.00 / 1.00" };

const escaping = "1.03 / 1.03, escape analysis in its place";

/** By pass: what 2006 measured without it, and why its lack may not show. */
const known: Readonly<Record<string, Pick<Row, "before" | "reason">>> = {
  "malloc-removal": {
    before: escaping,
    reason: "their objects are stored into others; iterators, closures and tuples are what it takes apart",
  },
  "escape-analysis": {
    before: "1 / .97 = 1.03, 1 / .93 = 1.08",
    reason: "their objects are stored into others or returned",
  },
  "switch-detection": {
    before: ".99 / 1.05, called old dispatch",
    reason: "the C compiler turns chains of comparisons of integers into tables as well; strings it does not",
  },
  "dead-functions": {
    reason: "the C compiler drops static functions that nobody calls; it only has more to read",
  },
  "dead-code": { reason: "the C compiler drops what nobody uses; it only has more to read" },
  "dead-params": {
    reason: "the C compiler does the same to static functions; for objects, malloc-removal has had its turn",
  },
  "merge-blocks": {
    reason: "the C compiler merges blocks; passes that look at one block at a time find less",
  },
  "shared-ends": { reason: "it makes programs smaller, on the way to exceptions, where no time is spent" },
  "common-subexpressions": {
    reason: "what is pure and local the C compiler shares too; the names it shares serve redundant-loads",
  },
  "constant-globals": {
    reason:
      "a module constant that nobody assigns is a static variable that the C compiler sees nobody assign",
  },
  "known-conditions": {
    reason: "tests of variables that a branch has decided the C compiler decides as well",
  },
  "loop-invariants": {
    reason:
      "these programs walk over objects, and what their loops read again has been read at the loop's head, which is redundant-loads' work; loops over typed arrays gain (fannkuch)",
  },
  "outline-throws": {
    reason:
      "since write barriers call nothing the C compiler saves registers on the ways that throw only; with barriers that call, richards took 5 % more instructions without it",
  },
  "store-sinking": {
    reason: "their loops call functions that may read the fields; loops that only compute gain",
  },
  "bounds-checks": {
    reason: "annotate has proved most reads already, and a check that never fails is predicted",
  },
  conversions: {
    reason: "numbers are stored as numbers where flow proves them: little is boxed and unboxed",
  },
  "same-arguments": { reason: "the C compiler propagates constants and copies within a function too" },
  devirtualize: { reason: "classes meet where these programs call methods: several functions may be called" },
};

const collectorsBefore: Readonly<Record<string, string>> = {
  refcount: "1.77 / 1.79",
  marksweep: "1.30 / 1.30",
};

export const rows: readonly Row[] = [
  base,
  { label: "no passes", options: { without: names }, before: "2.24 / 2.20" },
  { label: "only inline", options: only("inline"), before: "1.47 / 1.34" },
  {
    label: "inline, malloc-removal",
    options: only("inline", "devirtualize", "malloc-removal"),
    before: "1.03 / 1.13",
  },
  {
    label: "inline, escape-analysis",
    options: only("inline", "devirtualize", "escape-analysis"),
    before: escaping,
  },
  { label: "all passes, cc -O0", options: { cc: "cc -O0" }, sameGraphs: true },
  { label: "no passes, cc -O0", options: { cc: "cc -O0", without: names } },
  ...names.map((name): Row => ({ label: `without ${name}`, options: { without: [name] }, ...known[name] })),
  ...collectors
    .filter(({ name }) => name !== defaultOptions.gc)
    .map(({ name }): Row => {
      const before = collectorsBefore[name];
      const reason = "it differs from the default in the old objects alone, and these programs keep few";
      const row = { label: `--gc=${name}`, options: { gc: name }, sameGraphs: true, reason };
      return before === undefined ? row : { ...row, before };
    }),
];

export const taggedRows: readonly Row[] = [
  { label: "untagged", options: {}, before: "1.00 / 1.00" },
  { label: "tagged", options: { tagged: true }, before: ".93 / .99" },
  {
    label: "tagged without folding",
    options: { tagged: true, without: ["conversions", "constant-folding"] },
    before: ".96 / 1.03",
  },
];

/**
 * `npm run fuzz -- [CASES] [SEED]`: random programs, run on Node and translated. What fails is reduced and printed; it
 * belongs, with a name, into tests/programs. Exit code 1 if anything failed.
 */

import { reduced } from "./reduce.ts";
import { difference, type Way, ways } from "./run.ts";
import { randomProgram } from "./statements.ts";

const [cases = "50", first = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const functions = Number(process.env.FUZZ_FUNCTIONS ?? 8);
const known = new Set((process.env.FUZZ_IGNORE ?? "").split(",").filter((kind) => kind !== ""));

let failures = 0;
for (let seed = Number(first); seed < Number(first) + Number(cases); seed++) {
  const text = randomProgram(seed, functions);
  const tried = ways.filter((_, i) => i < 2 || (seed + i) % 3 === 0);
  const found = await difference(text, tried);
  if (!found || [...known].some((kind) => found.kind.startsWith(kind))) continue;
  failures++;
  console.log(`--- seed ${seed}: ${found.kind}\n${found.detail.slice(0, 1500)}`);
  if (process.env.FUZZ_REDUCE === "0") continue;
  const again: readonly Way[] = tried.filter((way) => found.detail.startsWith(way));
  const small = await reduced(text, async (shorter) => {
    const other = await difference(shorter, again.length > 0 ? again : tried);
    return other?.kind === found.kind;
  });
  const last = await difference(small, tried);
  console.log(`${small}\n${last?.detail.slice(0, 600)}`);
}
console.log(`${cases} programs from seed ${first}: ${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;

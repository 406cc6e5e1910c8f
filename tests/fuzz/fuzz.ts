/**
 * `npm run fuzz -- [CASES] [SEED]`: random programs, run on Node and translated. What fails is reduced and printed; it
 * belongs, with a name, into tests/programs. Exit code 1 if anything failed.
 *
 * Programs are run in batches, each a module of one program: one translation and one C compilation serve them all.
 * FUZZ_BATCH is the number of programs in a batch, FUZZ_FUNCTIONS that of the functions in a program,
 * FUZZ_IGNORE lists beginnings of kinds of failures that are known, with FUZZ_REDUCE=0 nothing is made smaller.
 */

import { reduced } from "./reduce.ts";
import { difference, suspects, type Way, waysOf } from "./run.ts";
import { randomProgram } from "./statements.ts";

const [cases = "50", first = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const functions = Number(process.env.FUZZ_FUNCTIONS ?? 2);
const batch = Number(process.env.FUZZ_BATCH ?? 25);
const known = (process.env.FUZZ_IGNORE ?? "").split(",").filter((kind) => kind !== "");

let failures = 0;
const end = Number(first) + Number(cases);
for (let from = Number(first); from < end; from += batch) {
  const count = Math.min(batch, end - from);
  const texts = Array.from({ length: count }, (_, i) => randomProgram(from + i, functions));
  const ways = waysOf(Math.trunc(from / batch));
  for (const at of await suspects(texts, ways)) await examined(from + at, texts[at] as string, ways);
  if (process.env.FUZZ_PROGRESS) console.log(`${from + count - Number(first)} programs, ${failures} failed`);
}
console.log(`${cases} programs from seed ${first}: ${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;

/** Runs a suspect alone, and prints the least program that still fails in the same way. */
async function examined(seed: number, text: string, ways: readonly Way[]): Promise<void> {
  const found = await difference(text, ways);
  if (found && known.some((kind) => found.kind.startsWith(kind))) return;
  failures++;
  if (!found) {
    console.log(`--- seed ${seed}: only in its batch of ${batch} (${ways.join(", ")})`);
    return;
  }
  console.log(`--- seed ${seed}: ${found.kind}\n${found.detail.slice(0, 1500)}`);
  if (process.env.FUZZ_REDUCE === "0") return;
  const again = ways.filter((way) => found.detail.startsWith(way));
  const small = await reduced(text, async (shorter) => {
    const other = await difference(shorter, again.length > 0 ? again : ways);
    return other?.kind === found.kind;
  });
  const last = await difference(small, ways);
  console.log(`${small}\n${last?.detail.slice(0, 600)}`);
}

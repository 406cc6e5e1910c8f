/** What the library does for programs, against Node after warm-up: below 1 where Heddle is better. */
import { erased, native, ownTimes, peakMemory, ratio, row } from "../harness.ts";

const time = /([\d.]+) s$/m;

/** Each kind with enough work that Node has warmed up. */
async function against(file: string, kinds: readonly (readonly [string, string])[]): Promise<void> {
  const ours = await native(file);
  const oracle = erased(file);
  for (const [kind, size] of kinds) {
    const [a, b] = ownTimes(
      [
        [ours, kind, size, "time"],
        [...oracle, kind, size, "time"],
      ],
      time,
    ) as [number, number];
    const memory = peakMemory([ours, kind, size]) / peakMemory([...oracle, kind, size]);
    row(`${kind} against Node`, ratio(a, b), `peak memory ${memory.toFixed(2)} ×`);
  }
}

export function collections(): Promise<void> {
  return against("bench/programs/collections.ts", [
    ["integer-keys", "5000000"],
    ["sequential-keys", "2000000"],
    ["string-keys", "1000000"],
    ["set-as-queue", "2000000"],
    ["small-maps", "500000"],
    ["generators", "10000000"],
    ["sort-numbers", "1000000"],
    ["sort-records", "300000"],
  ]);
}

export function texts(): Promise<void> {
  return against("bench/programs/texts.ts", [
    ["building", "500000"],
    ["splitting", "500000"],
    ["replacing", "500000"],
    ["counting-words", "2000000"],
    ["word-frequency", "5000000"],
    ["sorting", "300000"],
    ["keywords", "2000000"],
    ["printing-json", "250000"],
  ]);
}

/** `heddle heap`: what a picture of the heap shows, and how two differ. */
import { readFileSync } from "node:fs";
import { readSnapshot, type Snapshot } from "../heap/read-snapshot.ts";
import { difference, summarize, why } from "../heap/summarize.ts";
import { UsageFault } from "../usage-fault.ts";

export function heap(file: string, later: string | undefined, type: string | undefined): number {
  const found = snapshotOf(file);
  if (later !== undefined) process.stdout.write(difference(found, snapshotOf(later)));
  else if (type === undefined) process.stdout.write(summarize(found));
  else {
    const text = why(found, type);
    if (text === undefined) throw new UsageFault(`there is no object of the type \`${type}\` in \`${file}\``);
    process.stdout.write(text);
  }
  return 0;
}

function snapshotOf(file: string): Snapshot {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageFault(`\`${file}\` cannot be read: ${(error as Error).message}`);
  }
  return readSnapshot(text, file);
}

/** `heddle heap`: what a picture of the heap shows, and how two differ. */
import { readSnapshot, type Snapshot } from "../heap/read-snapshot.ts";
import { difference, summarize, why } from "../heap/summarize.ts";
import { UsageFault } from "../usage-fault.ts";
import { readInput } from "../user-files.ts";

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
  return readSnapshot(readInput(file), file);
}

/** Programs beside the same in C++, which frees its objects by hand (bench/peers). */
import path from "node:path";
import { compiledCpp, inTurn, native, peakMemory, ratio, row, seconds } from "../harness.ts";

const cases = [
  ["gcbench", "16"],
  ["binary-trees", "18"],
  ["richards", "5000"],
] as const;

const rounds = 9;

export async function peers(): Promise<void> {
  for (const [name, size] of cases) {
    const ours = [await native(`examples/${name}.ts`), size];
    const theirs = [compiledCpp(path.join("bench/peers", `${name}.cpp`)), size];
    const [heddle, cpp] = inTurn([ours, theirs], rounds) as [number, number];
    row(
      `${name} ${size} against C++`,
      ratio(heddle, cpp),
      `${seconds(heddle)} and ${seconds(cpp)}`,
      `peak memory ${ratio(peakMemory(ours), peakMemory(theirs))}`,
    );
  }
}

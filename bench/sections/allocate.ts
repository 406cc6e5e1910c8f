/** Allocation beside the hand-written limit of the machine. */
import { compiledC, instructions, native, ownTimes, ratio, row } from "../harness.ts";

export async function allocate(): Promise<void> {
  const ours = await native("examples/allocatealot.ts");
  for (const initialize of ["0", "1"]) {
    const few = instructions([ours, "1000000", initialize]);
    const many = instructions([ours, "3000000", initialize]);
    const limit = compiledC(
      "bench/limits/bump-limit.c",
      ...(initialize === "1" ? ["-DUNROLL=4", "-DINIT"] : []),
    );
    const [a, b] = ownTimes(
      [
        [ours, "300000000", initialize],
        [limit, "300000000"],
      ],
      /([\d.]+) GB\/s/,
    ) as [number, number];
    row(
      `allocatealot, field ${initialize === "1" ? "written" : "not written"}`,
      `${((many - few) / 2e6).toFixed(2)} instructions an object`,
      `${a.toFixed(1)} GB/s`,
      `${ratio(a, b)} the limit`,
    );
  }
}

/** Allocation beside the hand-written limit of the machine. */
import { compiledC, instructions, native, ownTimes, ratio, row, seconds } from "../harness.ts";

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
  await kinds();
}

/** Kinds of allocations beside hand-written loops that do the same. */
async function kinds(): Promise<void> {
  const ours = await native("bench/programs/allocation-kinds.ts");
  const limit = compiledC("bench/limits/allocation-kinds.c");
  for (const kind of ["two-classes", "conditional", "pointer", "called"]) {
    const few = instructions([ours, kind, "1000000"]);
    const many = instructions([ours, kind, "3000000"]);
    const commands = [ours, limit].map((program) => [program, kind, "100000000"]);
    const [a, b] = ownTimes(commands, /([\d.]+) s$/m) as [number, number];
    row(
      `allocation-kinds, ${kind}`,
      `${((many - few) / 2e6).toFixed(2)} instructions an object or round`,
      seconds(a),
      `${ratio(b, a)} the limit`,
    );
  }
}

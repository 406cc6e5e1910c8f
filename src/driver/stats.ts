/** How large a program is after each phase, for `--stats` and for the picture of a translation. */
import { type OpName, ops } from "../graph/ops.ts";
import type { Program } from "../graph/program.ts";

export interface ProgramSize {
  /** The stage or pass. */
  readonly phase: string;
  readonly graphs: number;
  readonly blocks: number;
  readonly operations: number;
  readonly allocations: number;
  /** When it was looked at, in milliseconds since the process began, and the translator's own heap then. */
  readonly time: number;
  readonly heap: number;
}

export class Stats {
  readonly rows: ProgramSize[] = [];

  readonly watch = (phase: string, program: Program): void => {
    // The last pass has a row of its own.
    if (phase === "passes") return;
    let blocks = 0;
    let operations = 0;
    let allocations = 0;
    for (const graph of program.functions.values()) {
      blocks += graph.blocks.length;
      for (const block of graph.blocks) {
        operations += block.operations.length;
        for (const { op } of block.operations) if (makesObject(op)) allocations++;
      }
    }
    const { heapUsed: heap } = process.memoryUsage();
    const graphs = program.functions.size;
    this.rows.push({ phase, graphs, blocks, operations, allocations, time: performance.now(), heap });
  };

  /** A line a phase, each count with what the phase changed. */
  table(): string {
    const columns = ["graphs", "blocks", "operations", "allocations"] as const;
    const head = `${"after".padEnd(24)}${columns.map((one) => one.padStart(18)).join("")}`;
    const lines = this.rows.map((row, index) => {
      const before = this.rows[index - 1];
      const cells = columns.map((one) => {
        const change = before ? row[one] - before[one] : 0;
        const sign = change > 0 ? "+" : "";
        return `${row[one]}${change === 0 ? "" : ` ${sign}${change}`}`.padStart(18);
      });
      return `${row.phase.padEnd(24)}${cells.join("")}`;
    });
    return [head, ...lines].join("\n");
  }
}

/** Woven, an object is what a place of the memory becomes. */
function makesObject(op: OpName): boolean {
  return op === "object_at" || ops[op].effect === "allocates";
}

/** What a pass is: a named change of a low-level program that keeps its meaning. */
import type { Graph } from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";

export interface Pass {
  /** As `--print-after` and `--without` know it; the name of its file. */
  readonly name: string;
  /** Changes the program in place. */
  run(program: Program): void;
}

/** A pass that looks at one function at a time. */
export function graphPass(name: string, run: (graph: Graph) => void): Pass {
  return {
    name,
    run(program) {
      for (const graph of program.functions.values()) run(graph);
    },
  };
}

/** What a pass is: a named change of a low-level program that keeps its meaning. */
import type { Graph } from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import { Remarks } from "../source/remarks.ts";

export interface Pass {
  /** As `--print-after` and `--without` know it; the name of its file. */
  readonly name: string;
  /** Changes the program in place; remarks tell what it did and what not. */
  run(program: Program, remarks?: Remarks): void;
}

/** A pass that looks at one function at a time. */
export function graphPass(
  name: string,
  run: (graph: Graph, program: Program, remarks: Remarks) => void,
): Pass {
  return {
    name,
    run(program, remarks = new Remarks()) {
      for (const graph of program.functions.values()) run(graph, program, remarks);
    },
  };
}

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

/** The note of functions that have been through all passes before they were linked: the level of the passes. */
const settledNote = "settled";

export function markSettled(graph: Graph, level: number): void {
  graph.notes[settledNote] = String(level);
}

/** True if the passes of a level have nothing left to do in a function. */
export function isSettled(graph: Graph): boolean {
  return graph.notes[settledNote] !== undefined;
}

/** From here on the passes look at all functions again that were settled below a level. */
export function unsettleBelow(program: Program, level: number): void {
  for (const { notes } of program.functions.values())
    if (notes[settledNote] !== undefined && Number(notes[settledNote]) < level) delete notes[settledNote];
}

/** The functions that passes change. A pass that changes another's meaning, such as a global's, looks at all. */
export function* unsettled(program: Program): Generator<Graph> {
  for (const graph of program.functions.values()) if (!isSettled(graph)) yield graph;
}

/** A pass that looks at one function at a time. */
export function graphPass(
  name: string,
  run: (graph: Graph, program: Program, remarks: Remarks) => void,
): Pass {
  return {
    name,
    run(program, remarks = new Remarks()) {
      for (const graph of unsettled(program)) run(graph, program, remarks);
    },
  };
}

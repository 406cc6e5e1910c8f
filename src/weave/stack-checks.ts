/**
 * Puts a check of the machine stack at the entry of enough functions to cut every cycle of the call graph: there it
 * throws the RangeError that Node throws, before the system would end the program.
 */
import { block, constants, type Graph, link, type Operation, variable } from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import { printSpan } from "../source/span.ts";

/** The prelude's function that throws; parameters: the message and the place. */
export const rangeErrorFunction = "prelude.throwRangeError";

/** Functions such that every cycle of calls passes through one: the targets of a depth-first walk's back edges. */
export function cutCycles(program: Program, callees: (graph: Graph) => Iterable<string>): Set<string> {
  const cut = new Set<string>();
  const state = new Map<string, "open" | "done">();
  const names = [program.entry, ...[...program.functions.keys()].sort()];
  for (const start of names) {
    if (state.has(start)) continue;
    // An explicit stack: call chains of programs can be longer than ours.
    const path: { name: string; rest: Iterator<string> }[] = [];
    const open = (name: string): void => {
      state.set(name, "open");
      const graph = program.functions.get(name);
      path.push({ name, rest: (graph ? [...callees(graph)] : [])[Symbol.iterator]() });
    };
    open(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.rest.next();
      if (next.done === true) {
        state.set(top.name, "done");
        path.pop();
      } else if (state.get(next.value) === "open") cut.add(next.value);
      else if (!state.has(next.value)) open(next.value);
    }
  }
  return cut;
}

function placeOf({ displayName, span }: Graph): string {
  return span ? `${displayName} (${printSpan(span)})` : displayName;
}

/** Adds the check to a graph's entry. */
export function addStackCheck(graph: Graph): void {
  const entry = graph.blocks[0]!;
  const rest = block();
  rest.operations = entry.operations;
  rest.exit = entry.exit;
  const low = variable("low", "bool");
  const overflow = block();
  const check: Operation = { op: "stack_low", args: [], result: low, attributes: {}, span: graph.span };
  const raise: Operation = {
    op: "call",
    args: [constants.string("Maximum call stack size exceeded"), constants.string(placeOf(graph))],
    result: undefined,
    attributes: { function: rangeErrorFunction },
    span: graph.span,
  };
  entry.operations = [check];
  entry.exit = { kind: "branch", condition: low, then: link(overflow), else: link(rest), likely: false };
  overflow.operations = [raise];
  overflow.exit = { kind: "unreachable" };
  graph.blocks.splice(1, 0, rest);
  graph.blocks.push(overflow);
}

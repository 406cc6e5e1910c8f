/**
 * Objects that are freed by hand get their memory from the system, and no collector ever knows of them:
 *
 *   o = allocate{struct=P, managed=true}     =>     memory = call_native{name=allocate_bytes} 24
 *                                                   none = int_eq memory, 0
 *                                                   branch none, b1(), b2()
 *                                                 b1(): stop outOfMemory             ; unlikely
 *                                                 b2(): o = object_at memory, typeid:P; …
 *
 * Their addresses are saved among the roots like any other; a collector leaves alone what does not lie in its spaces.
 */
import { block, constants, type Graph, link, type Operation, type Variable } from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import type { WordSize } from "../graph/struct-layout.ts";
import { isAllocation, planAllocation, Sequence } from "./allocation.ts";

function isManaged(operation: Operation): boolean {
  return operation.op === "allocate" && operation.attributes.managed === true;
}

/** Replaces the allocations of managed objects in a graph. */
export function weaveManaged(program: Program, wordSize: WordSize, graph: Graph): void {
  // Blocks that are added are looked at in their turn.
  for (let index = 0; index < graph.blocks.length; index++) {
    const first = graph.blocks[index]!;
    const at = first.operations.findIndex(isManaged);
    const allocation = first.operations[at];
    if (!allocation || !isAllocation(allocation)) continue;
    const before = new Sequence(allocation.span);
    const plan = planAllocation(program, wordSize, allocation, before);
    const memory = before.value("memory", "int", "call_native", [plan.size], { name: "allocate_bytes" });
    const none = before.value("none", "bool", "int_eq", [memory, constants.int(0)]);
    const made = new Sequence(allocation.span);
    plan.finish(made, memory, allocation.result as Variable);

    const [failed, rest] = [block(), block()];
    failed.exit = { kind: "stop", code: "outOfMemory", message: "the system has no more memory" };
    rest.operations = [...made.operations, ...first.operations.slice(at + 1)];
    rest.exit = first.exit;
    first.operations = [...first.operations.slice(0, at), ...before.operations];
    first.exit = { kind: "branch", condition: none, then: link(failed), else: link(rest), likely: false };
    graph.blocks.splice(index + 1, 0, failed, rest);
  }
}

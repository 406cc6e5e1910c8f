/**
 * Weaves objects in that the frame of their function has room for:
 *
 *   o = allocate_local{struct=P}   =>   a = frame_memory{struct=P}
 *                                       o = object_at a, typeid:P
 *                                       set_field{struct=P, field=next} o, nil
 *
 * They are no collector's, never move and need no barrier. What their fields lead to is found through roots that lead to
 * them: a collector that meets such a root looks at the object's fields instead (collectors/parts/shadow-stack.ts).
 */
import type { Graph, Operation, Variable } from "../graph/graph.ts";
import type { Program, Struct } from "../graph/program.ts";
import { followedOffsets, structLayout, type WordSize } from "../graph/struct-layout.ts";
import { type Allocation, planAllocation, Sequence, writtenFields } from "./allocation.ts";

/** Variables that hold nothing but an object of the frame; true if its fields may lead to other objects. */
export type LocalObjects = ReadonlyMap<Variable, boolean>;

const none: LocalObjects = new Map();

function isLocal({ op }: Operation): boolean {
  return op === "allocate_local";
}

/** The same as a collector's: for one that counts references, where those that stand in objects count. */
function asAllocation(operation: Operation): Allocation {
  return { ...operation, op: "allocate" } as Allocation;
}

/** Lets a collector have all objects of a graph. */
export function weaveWithoutLocals(graph: Graph): void {
  for (const block of graph.blocks) {
    if (block.operations.some(isLocal))
      block.operations = block.operations.map((one) => (isLocal(one) ? asAllocation(one) : one));
  }
}

/** Gives local objects their memory. */
export function weaveLocals(
  program: Program,
  wordSize: WordSize,
  graph: Graph,
  canCollect: (operation: Operation) => boolean,
): LocalObjects {
  if (!graph.blocks.some(({ operations }) => operations.some(isLocal))) return none;
  const locals = new Map<Variable, boolean>();
  for (const block of graph.blocks) {
    block.operations = block.operations.flatMap((operation, index, all) => {
      if (!isLocal(operation) || !operation.result) return [operation];
      const struct = program.structs.get(String(operation.attributes.struct)) as Struct;
      const allocation = asAllocation(operation);
      const sequence = new Sequence(operation.span);
      const written = writtenFields(allocation, all.slice(index + 1), canCollect);
      const plan = planAllocation(program, wordSize, allocation, sequence, new Set(written.keys()));
      const memory = sequence.value("memory", "int", "frame_memory", [], { struct: struct.name });
      plan.finish(sequence, memory, operation.result);
      locals.set(operation.result, followedOffsets(structLayout(program, struct, wordSize)).length > 0);
      return sequence.operations;
    });
  }
  return locals;
}

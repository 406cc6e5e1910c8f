/**
 * Identity hashes of objects that move: the collector has a function for them.
 *
 *   h = ref_identity o     =>     a = ref_to_address o
 *                                 h = call{function=…identityHash} a
 *
 * It collects nothing, so the address counts for the whole of the call.
 */
import { type Graph, type Operation, variable } from "../graph/graph.ts";

export function weaveIdentity(graph: Graph, identityHash: string): void {
  for (const block of graph.blocks) {
    if (!block.operations.some((one) => one.op === "ref_identity")) continue;
    block.operations = block.operations.flatMap((one) =>
      one.op === "ref_identity" ? called(one, identityHash) : [one],
    );
  }
}

function called(operation: Operation, identityHash: string): Operation[] {
  const address = variable("address", "int");
  const { span, result } = operation;
  return [
    { op: "ref_to_address", args: operation.args, result: address, attributes: {}, span },
    { op: "call", args: [address], result, attributes: { function: identityHash }, span },
  ];
}

/**
 * Gives objects a place in the frame of the function that makes them, if nothing can refer to them when it is left.
 *
 *   func @f -> int {                            func @f -> int {
 *   b0(x: int):                                 b0(x: int):
 *     p = allocate{struct=Point}                  p = allocate_local{struct=Point}
 *     set_field{struct=Point, field=x} p, x  =>   set_field{struct=Point, field=x} p, x
 *     y: int = call{function=length} p            y: int = call{function=length} p
 *     return y                                    return y
 *   }                                           }
 *
 * That is known of the whole program: `length` and all that it calls store the object nowhere, do not return it and do not
 * throw it. In a loop the next object takes the place of the one before: then no name of that may be needed any more.
 * Objects whose size is not constant, with weak fields, or big ones, stay with the collector; so does what lives on while a
 * generator waits, since a frame of `suspend/` holds it.
 *
 * Choi et al., "Escape Analysis for Java" (1999), with one set of names a function instead of a connection graph. Needs
 * malloc-removal before it, which makes objects vanish that are passed to nobody. To the weaver it leaves where the frame is
 * and how collectors find what the object refers to; one that counts references has it allocated after all.
 */
import { callGraph } from "../analysis/call-graph.ts";
import { type Liveness, liveness } from "../analysis/liveness.ts";
import { type Names, ObjectNames } from "../analysis/object-names.ts";
import { type Block, type Graph, linksOf, type Operation } from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import { isWeakField, structFields } from "../graph/struct-layout.ts";
import { Remarks } from "../source/remarks.ts";
import { type Pass, unsettled } from "./pass.ts";

/** Fields of an object, and of all of a function together: deep recursion must not end much earlier. */
const mostFields = 16;
const mostFieldsOfFunction = 64;

export const escapeAnalysis: Pass = {
  name: "escape-analysis",
  run(program, remarks = new Remarks()) {
    const graphs = [...unsettled(program)].filter(({ blocks }) =>
      blocks.some(({ operations }) => operations.some(allocates)),
    );
    if (graphs.length === 0) return;
    const names = new ObjectNames(program, callGraph(program));
    for (const graph of graphs) new Placer(program, graph, names, remarks).run();
  },
};

function allocates({ op, attributes }: Operation): boolean {
  return op === "allocate" && attributes.managed !== true;
}

class Placer {
  readonly #program: Program;
  readonly #graph: Graph;
  readonly #names: ObjectNames;
  readonly #remarks: Remarks;
  #liveness: Liveness | undefined;
  #fields = 0;

  constructor(program: Program, graph: Graph, names: ObjectNames, remarks: Remarks) {
    this.#program = program;
    this.#graph = graph;
    this.#names = names;
    this.#remarks = remarks;
  }

  run(): void {
    for (const block of this.#graph.blocks) {
      block.operations = block.operations.map((operation, index) => {
        if (!allocates(operation)) return operation;
        const reason = this.#whyNot(operation, block, index);
        const text =
          reason === undefined ? "the object is in the frame" : `the object is allocated: ${reason}`;
        this.#remarks.add("escape-analysis", operation.span, text);
        return reason === undefined ? { ...operation, op: "allocate_local" } : operation;
      });
    }
  }

  /** Why the object cannot be in the frame. */
  #whyNot(operation: Operation, block: Block, index: number): string | undefined {
    const names = operation.result && this.#names.of(this.#graph).get(operation.result);
    // Nobody uses it: the operation goes away.
    if (!names) return "nothing is done with it";
    const kept = this.#names.whyKept(names);
    if (kept !== undefined) return kept;
    const fields = this.#fieldsOf(operation);
    if (fields === undefined) return "it has weak fields";
    if (fields > mostFields || this.#fields + fields > mostFieldsOfFunction) return "it is too big";
    if (this.#isNeededInNextRound(names, block, index))
      return "one from the round before of a loop may still be used";
    this.#fields += fields;
    return undefined;
  }

  #fieldsOf({ attributes }: Operation): number | undefined {
    const struct = this.#program.structs.get(String(attributes.struct));
    const fields = struct && structFields(this.#program, struct);
    return !fields || fields.some(({ name }) => isWeakField(name)) ? undefined : fields.length;
  }

  #isNeededInNextRound({ members }: Names, block: Block, index: number): boolean {
    if (!mayRunAgain(block)) return false;
    this.#liveness ??= liveness(this.#graph, ({ type }) => type === "ref" || type === "value");
    const across = this.#liveness.across(block, index);
    return members.some((one) => across.has(one));
  }
}

/** Some way leads from the block back to it: a loop may have several entries, and then is no natural one. */
function mayRunAgain(block: Block): boolean {
  const reached = new Set<Block>([block]);
  for (const one of reached)
    for (const { target } of linksOf(one.exit)) {
      if (target === block) return true;
      reached.add(target);
    }
  return false;
}

/**
 * Calls directly what can only be one function, and decides tests of objects whose class is known.
 *
 *   b0(x: int):                                  b0(x: int):
 *     f = allocate{struct=adder}                   f = allocate{struct=adder}
 *     set_field{struct=adder, field=n} f, x        set_field{struct=adder, field=n} f, x
 *     c = ref_method{slot=0} f                =>   y: int = call{function=add} f, 1
 *     y: int = call_indirect c, f, 1               return y
 *     return y
 *
 * A class is known where the object was made (`analysis/known-structs`), and a function where flow brings no other to the
 * call. `inline` then copies what is called; that the class is known often is its work in turn, so that the two are run
 * one after the other, twice. What cannot be decided is told with the number of functions that may be meant.
 */
import { KnownStructs } from "../analysis/known-structs.ts";
import { functionTitle } from "../graph/function-title.ts";
import { type Constant, constants, type Graph, type Operand, type Operation } from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import { Replacements } from "../graph/replace.ts";
import { isInstance } from "../graph/struct-layout.ts";
import { placeSeenFrom } from "../source/remarks.ts";
import type { Span } from "../source/span.ts";
import { graphPass } from "./pass.ts";

export const devirtualize = graphPass("devirtualize", (graph, program, remarks) => {
  if (!graph.blocks.some(({ operations }) => operations.some(asks))) return;
  const known = new KnownStructs(program, graph);
  decide(graph, program, known);
  for (const { operations } of graph.blocks) {
    for (const operation of operations) {
      if (operation.op !== "call_indirect") continue;
      const { functions } = operation.attributes;
      const callee = calleeOf(operation);
      if (callee !== undefined && program.functions.has(callee)) {
        remarks.add(
          "devirtualize",
          operation.span,
          `only \`${program.functions.get(callee)?.displayName}\` is called here`,
        );
        operation.op = "call";
        operation.attributes = { function: callee };
        operation.args = operation.args.slice(1);
      } else if (Array.isArray(functions)) {
        remarks.add("devirtualize", operation.span, severalCallees(program, functions, operation.span));
      }
    }
  }
});

const mostNamed = 4;

/** `one of 3 functions is called: `Square.area` at line 2, …`, in the order of the source. */
function severalCallees(program: Program, names: readonly string[], from: Span | undefined): string {
  const graphs = names.flatMap((name) => program.functions.get(name) ?? []);
  graphs.sort((a, b) => (a.span?.line ?? 0) - (b.span?.line ?? 0));
  const shown = graphs.map((one) => {
    const place = from && one.span ? ` ${placeSeenFrom(from, one.span)}` : "";
    return `\`${functionTitle(one)}\`${place}`;
  });
  const first = [...new Set(shown)].slice(0, mostNamed);
  const rest = shown.filter((one) => !first.includes(one)).length;
  return `one of ${names.length} functions is called: ${first.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function asks({ op }: Operation): boolean {
  return (
    op === "ref_method" || op === "ref_type" || op === "ref_instance" || op === "call_indirect" || isTest(op)
  );
}

function isTest(op: string): boolean {
  return op === "ref_eq" || op === "ref_ne" || op === "value_is_ref" || op === "value_is_tagged";
}

/** The one function that a call through an address can meet. */
function calleeOf({ args, attributes }: Operation): string | undefined {
  const [code] = args;
  if (code?.kind === "function") return code.name;
  const { functions } = attributes;
  return Array.isArray(functions) && functions.length === 1 ? functions[0] : undefined;
}

function decide(graph: Graph, program: Program, known: KnownStructs): void {
  const replacements = new Replacements();
  for (const block of graph.blocks) {
    block.operations = block.operations.filter((operation) => {
      const answer = operation.result && asks(operation) ? answerOf(operation, program, known) : undefined;
      if (answer) replacements.set(operation.result!, answer);
      return !answer;
    });
  }
  replacements.apply(graph);
}

function answerOf(
  { op, args, attributes }: Operation,
  program: Program,
  known: KnownStructs,
): Constant | undefined {
  const [a, b] = args as [Operand, Operand | undefined];
  if (op === "ref_eq" || op === "ref_ne") {
    const object = b?.kind === "nil" ? a : a.kind === "nil" ? b : undefined;
    return object && known.of(object) !== undefined ? constants.bool(op === "ref_ne") : undefined;
  }
  const tag = known.tagOf(a);
  if (tag !== undefined) {
    if (op === "value_is_ref") return constants.bool(false);
    if (op !== "value_is_tagged") return undefined;
    return constants.bool(attributes.tag === undefined || attributes.tag === tag);
  }
  const name = known.of(a);
  const struct = name === undefined ? undefined : program.structs.get(name);
  if (!struct) return undefined;
  switch (op) {
    case "ref_method": {
      const method = struct.vtable[Number(attributes.slot)];
      return method === undefined ? undefined : constants.function(method);
    }
    case "ref_type":
      return constants.typeid(struct.name);
    case "ref_instance":
      return constants.bool(isInstance(program, struct, String(attributes.struct)));
    case "value_is_ref":
      return constants.bool(true);
    case "value_is_tagged":
      return constants.bool(false);
    default:
      return undefined;
  }
}

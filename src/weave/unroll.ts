/**
 * Unrolls counted loops that do little but allocate, so that allocations of several rounds are folded:
 *
 *   b1(i): c = int_lt i, n            b8(i): last = int_add i, 7; c8 = int_lt last, n
 *          branch c, b2, out     =>          branch c8, r, b1(i)
 *   b2:    o = allocate; …            r:     o = allocate; …; o1 = allocate; …        (8 rounds)
 *          jump b1(i + 1)                    jump b8(i + 8)
 *
 * What is left over runs in the loop as it was. A round with a call or another way out stays alone.
 */
import { Loops } from "../analysis/loops.ts";
import {
  type Block,
  block,
  constants,
  type Graph,
  isVariable,
  link,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
  variable,
} from "../graph/graph.ts";
import { ops } from "../graph/ops.ts";
import type { Program } from "../graph/program.ts";
import type { WordSize } from "../graph/struct-layout.ts";
import { knownSize, largestGroup } from "./folding.ts";

const mostRounds = 16;
/** Operations that all rounds together may have. */
const mostOperations = 160;

/** A loop of two blocks: the head that tests the counter, and the body. */
interface CountedLoop {
  readonly head: Block;
  readonly body: Block;
  /** The counter's place among the head's parameters, and what it grows by. */
  readonly counter: number;
  readonly step: number;
  readonly limit: Operand;
}

/** Unrolls the loops of a graph that are worth it. */
export function unrollAllocations(program: Program, wordSize: WordSize, graph: Graph): void {
  const allocates = ({ operations }: Block): boolean => operations.some(({ op }) => op === "allocate");
  if (!graph.blocks.some(allocates)) return;
  for (const { head, blocks } of new Loops(graph).all) {
    const body = [...blocks].find((one) => one !== head);
    if (!body || blocks.size !== 2 || !allocates(body)) continue;
    const loop = countedLoop(head, body);
    const rounds = loop ? roundsOf(program, wordSize, body) : 0;
    if (loop && rounds > 1) unroll(graph, loop, rounds);
  }
}

function roundsOf(program: Program, wordSize: WordSize, { operations }: Block): number {
  let bytes = 0;
  for (const one of operations) {
    if (!ops[one.op].collects) continue;
    const size = knownSize(program, wordSize, one);
    if (size === undefined) return 0;
    bytes += size;
  }
  return Math.min(
    mostRounds,
    Math.floor(largestGroup / bytes),
    Math.floor(mostOperations / operations.length),
  );
}

function countedLoop(head: Block, body: Block): CountedLoop | undefined {
  const [test, more] = head.operations;
  if (!test || more || head.exit.kind !== "branch" || body.exit.kind !== "jump") return undefined;
  if (head.exit.then.target !== body || body.params.length > 0 || head.exit.condition !== test.result)
    return undefined;
  if (test.op !== "int_lt") return undefined;
  const [index, limit] = test.args as [Operand, Operand];
  const counter = isVariable(index) ? head.params.indexOf(index) : -1;
  if (counter < 0 || (isVariable(limit) && definedIn(limit, head, body))) return undefined;
  const next = body.exit.link.args[counter] as Operand;
  const sum = body.operations.find(({ result }) => result === next);
  if (sum?.op !== "int_add" && sum?.op !== "int_add_checked") return undefined;
  const [from, by] = sum.args as [Operand, Operand];
  if (from !== index || by.kind !== "int" || by.value < 1 || by.value > 1024) return undefined;
  return { head, body, counter, step: by.value, limit };
}

function definedIn(one: Variable, head: Block, body: Block): boolean {
  return (
    head.params.includes(one) || [...head.operations, ...body.operations].some(({ result }) => result === one)
  );
}

function unroll(graph: Graph, { head, body, counter, step, limit }: CountedLoop, rounds: number): void {
  const params = head.params.map(({ name, type }) => variable(name, type));
  const entry = block(params);
  const unrolled = block();
  const last = variable("last", "int");
  const enough = variable("enough", "bool");
  const { span } = head.operations[0] as Operation;
  const ahead = constants.int(step * (rounds - 1));
  entry.operations = [
    { op: "int_add", args: [params[counter] as Operand, ahead], result: last, attributes: {}, span },
    { op: "int_lt", args: [last, limit], result: enough, attributes: {}, span },
  ];
  entry.exit = { kind: "branch", condition: enough, then: link(unrolled), else: link(head, ...params) };

  let round: readonly Operand[] = params;
  for (let i = 0; i < rounds; i++) round = copyRound(head, body, round, unrolled.operations);
  unrolled.exit = { kind: "jump", link: link(entry, ...round) };

  for (const one of graph.blocks) {
    if (one === body) continue;
    for (const way of linksOf(one.exit)) if (way.target === head) way.target = entry;
  }
  const at = graph.blocks.indexOf(head);
  if (at === 0) throw new Error("a loop at the entry has no way in");
  graph.blocks.splice(at, 0, entry, unrolled);
}

/** Appends a copy of the body for what the head's parameters are in this round; gives what they are in the next. */
function copyRound(
  head: Block,
  body: Block,
  round: readonly Operand[],
  into: Operation[],
): readonly Operand[] {
  const now = new Map<Operand, Operand>(head.params.map((param, i) => [param, round[i] as Operand]));
  const renamed = (operand: Operand): Operand => now.get(operand) ?? operand;
  for (const operation of body.operations) {
    const result = operation.result && variable(operation.result.name, operation.result.type);
    into.push({ ...operation, args: operation.args.map(renamed), result });
    if (operation.result && result) now.set(operation.result, result);
  }
  if (body.exit.kind !== "jump") throw new Error("the body of a counted loop jumps back");
  return body.exit.link.args.map(renamed);
}

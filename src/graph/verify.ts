/**
 * Checks that a graph or program is well formed, so that a wrong pass is found where it went wrong:
 *
 * - structure (verify-structure.ts): definitions dominate uses, links pass what blocks take, exceptions leave blocks at
 *   their end;
 * - operations (verify-operations.ts): operands, results and attributes are what the table and the program's
 *   declarations say;
 * - declarations (verify-declarations.ts): what classes, structs, globals and statics name exists.
 */
import { InternalFault } from "../source/messages.ts";
import type { Graph, Level } from "./graph.ts";
import { GraphNames, printExit, printGraph, printOperation } from "./print.ts";
import type { Program } from "./program.ts";
import { verifyDeclarations } from "./verify-declarations.ts";
import { OperationVerifier } from "./verify-operations.ts";
import { verifyStructure } from "./verify-structure.ts";

/** Something that is not as it must be. */
export interface Fault {
  /** What declares it: a function's name, or `class C`, `struct S`, …. */
  readonly where: string;
  /** Position of the block, where it is about one. */
  readonly block?: number;
  /** Position of the operation in the block; the number of operations stands for the exit. */
  readonly operation?: number;
  readonly text: string;
}

export interface VerifyOptions {
  /** False before the run-time library is linked: functions may be called that are not there yet. Default true. */
  readonly linked?: boolean;
}

/** Checks one graph; what it names is looked up only if a program is given. */
export function verifyGraph(
  graph: Graph,
  program: Program | undefined,
  level: Level,
  options: VerifyOptions = {},
): Fault[] {
  const faults: Fault[] = [];
  const report = (block: number | undefined, operation: number | undefined, text: string): void => {
    faults.push({
      where: graph.name,
      ...(block === undefined ? {} : { block }),
      ...(operation === undefined ? {} : { operation }),
      text,
    });
  };
  verifyStructure(graph, level, report);
  new OperationVerifier(graph, program, level, options.linked ?? true, report).verify();
  return faults;
}

export function verifyProgram(
  program: Program,
  level: Level = program.level,
  options: VerifyOptions = {},
): Fault[] {
  const faults = verifyDeclarations(program, level, options.linked ?? true);
  for (const [name, graph] of program.functions) {
    if (graph.name !== name)
      faults.push({ where: graph.name, text: `is in the program under the name ${name}` });
    faults.push(...verifyGraph(graph, program, level, options));
  }
  return faults;
}

/** `shapes.area, block b1, operation 2 (x = int_add y, 1): …` */
export function printFault(fault: Fault, graph: Graph | undefined): string {
  const block = fault.block === undefined ? undefined : graph?.blocks[fault.block];
  let place = fault.where;
  if (fault.block !== undefined) place += `, block b${fault.block}`;
  if (graph && block && fault.operation !== undefined) {
    const names = new GraphNames(graph);
    const operation = block.operations[fault.operation];
    place += operation
      ? `, operation ${fault.operation} (${printOperation(operation, names)})`
      : `, exit (${printExit(block.exit, names)})`;
  }
  return `${place}: ${fault.text}`;
}

/** Throws an `InternalFault` with the first faulty graph if a program is not well formed; `after` says what made it. */
export function assertVerified(program: Program, after: string, options: VerifyOptions = {}): void {
  const faults = verifyProgram(program, program.level, options);
  const first = faults[0];
  if (!first) return;
  const graphOf = (fault: Fault): Graph | undefined => program.functions.get(fault.where);
  const shown = faults.slice(0, 10).map((fault) => `  ${printFault(fault, graphOf(fault))}`);
  const more = faults.length > 10 ? [`  … and ${faults.length - 10} more`] : [];
  const graph = graphOf(first);
  throw new InternalFault(
    [`the program is not well formed after ${after}:`, ...shown, ...more].join("\n"),
    graph && printGraph(graph),
  );
}

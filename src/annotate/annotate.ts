/**
 * Proves a type for every variable of a program from its flow alone: kinds and classes first, then the numbers'
 * representations and ranges.
 */
import type { Program } from "../graph/program.ts";
import type { Messages } from "../source/messages.ts";
import { emptyEnvironment } from "./clones/environment.ts";
import { reportErrors } from "./errors.ts";
import { Flow, type Pick } from "./flow/flow.ts";
import { bit } from "./flow/kinds.ts";
import { exportedRoots, type Root, seed } from "./flow/roots.ts";
import { uselessChecks } from "./initialised-globals.ts";
import { findRanges } from "./numbers/ranges.ts";
import { findArrayShapes } from "./reads/array-shapes.ts";
import { findEmptyReads } from "./reads/empty-reads.ts";
import { findStaleReads } from "./reads/stale-reads.ts";
import { reachReflected } from "./reflected.ts";
import { reachedFunctions, typedProgram } from "./typed-program.ts";
import { findMissingFields, findUnwrittenFields } from "./unwritten-fields.ts";

export interface AnnotateOptions {
  readonly messages: Messages;
  /** Functions that are called from outside, with the types of their parameters. */
  readonly roots?: readonly Root[];
  /** The order in which the worklist is served; no result depends on it. */
  readonly pick?: Pick;
}

/** Lower calls these for checks that fail; the errors they make can be caught anywhere. */
const throwers = ["prelude.throwTypeError", "prelude.throwRangeError", "prelude.throwReferenceError"];

export function annotate(program: Program, options: AnnotateOptions): Program {
  const flow = new Flow(program, options.pick);
  reachRoots(flow, options);
  do flow.run();
  while (findStaleReads(flow) || findUnwrittenFields(flow) || findEmptyReads(flow) || reachReflected(flow));
  findMissingFields(flow);
  const reached = reachedFunctions(flow);
  findRanges(flow, reached);
  findArrayShapes(flow, reached);
  reportErrors(flow, reached, options.messages);
  return typedProgram(flow, { checks: uselessChecks(flow) });
}

function reachRoots(flow: Flow, options: AnnotateOptions): void {
  const entry = flow.functionClone(flow.source.entry, emptyEnvironment);
  if (entry) flow.reach(entry);
  for (const name of throwers) {
    const thrower = flow.functionClone(name, emptyEnvironment);
    if (!thrower) continue;
    for (const param of thrower.params) flow.join(param, bit.string);
    flow.reach(thrower);
  }
  for (const root of options.roots ?? (entry ? [] : exportedRoots(flow.source))) {
    const clone = flow.functionClone(root.function, emptyEnvironment);
    if (!clone) continue;
    for (const [i, type] of root.params.entries()) {
      const param = clone.params[i];
      if (param) seed(flow, param, type);
    }
    if (root.result) seed(flow, clone.result, root.result);
    flow.reach(clone);
  }
}

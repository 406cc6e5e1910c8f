/**
 * Proves a type for every variable of a program from its flow alone: kinds and classes first, then the numbers'
 * representations and ranges.
 */
import type { Program } from "../graph/program.ts";
import type { NumberFact, ValueType } from "../graph/types.ts";
import type { Messages } from "../source/messages.ts";
import { findArrayShapes } from "./array-shapes.ts";
import { emptyEnvironment } from "./environment.ts";
import { reportErrors } from "./errors.ts";
import { Flow, type Pick } from "./flow.ts";
import { uselessChecks } from "./initialised-globals.ts";
import { bit } from "./kinds.ts";
import { anyFloat, joinSets, type NumberSet, range } from "./number-set.ts";
import { findRanges } from "./ranges.ts";
import { reachedFunctions, typedProgram } from "./typed-program.ts";
import { findUnwrittenFields } from "./unwritten-fields.ts";

export interface AnnotateOptions {
  readonly messages: Messages;
  /** Functions that are called from outside, with the types of their parameters. */
  readonly roots?: readonly { readonly function: string; readonly params: readonly ValueType[] }[];
  /** The order in which the worklist is served; no result depends on it. */
  readonly pick?: Pick;
}

/** Lower calls these for checks that fail; the errors they make can be caught anywhere. */
const throwers = ["prelude.throwTypeError", "prelude.throwRangeError", "prelude.throwReferenceError"];

export function annotate(program: Program, options: AnnotateOptions): Program {
  const flow = new Flow(program, options.pick);
  reachRoots(flow, options);
  do flow.run();
  while (findUnwrittenFields(flow));
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
  for (const root of options.roots ?? []) {
    const clone = flow.functionClone(root.function, emptyEnvironment);
    if (!clone) continue;
    root.params.forEach((type, i) => {
      const param = clone.params[i];
      if (param) seed(flow, param, type);
    });
    flow.reach(clone);
  }
}

function seed(flow: Flow, slot: Flow["thrown"], type: ValueType): void {
  let bits = 0;
  if (type.undefined) bits |= bit.undefined;
  if (type.null) bits |= bit.null;
  if (type.boolean) bits |= bit.true | bit.false;
  if (type.string) bits |= bit.string;
  if (type.number) {
    bits |= bit.number;
    slot.seed = joinSets(slot.seed, seedNumbers(type.number));
  }
  const classes = type.objects.map((name) => flow.classClone(name, emptyEnvironment));
  for (const one of classes) if (one) one.instantiated = true;
  flow.join(
    slot,
    bits,
    classes.filter((one) => one !== undefined),
  );
}

function seedNumbers(fact: NumberFact): NumberSet {
  if (fact.kind === "int") return range(fact.low, fact.high);
  return fact.integral ? { ...range(fact.low, fact.high), minusZero: true, float: true } : anyFloat;
}

/**
 * Weaves the aspects into a low-level program: stack checks, exceptions, allocation and roots. What the program's
 * source never says is decided here, from the collector's traits alone.
 */
import { callGraph } from "../analysis/call-graph.ts";
import { type CanCollect, canCollect } from "../analysis/can-collect.ts";
import { canRaise } from "../analysis/can-raise.ts";
import { functionsInCycles } from "../analysis/effects.ts";
import { constants, type Graph, type Operation } from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import type { WordSize } from "../graph/struct-layout.ts";
import type { Remarks } from "../source/remarks.ts";
import { type AllocationPlan, isAllocation, type Sequence } from "./allocation.ts";
import { weaveBarriers } from "./barriers.ts";
import { type CountFunctions, weaveCounts } from "./counts.ts";
import { weaveExceptions } from "./exceptions.ts";
import { fileFoldingRemarks, foldAllocations, type Member, noFolding } from "./folding.ts";
import { weaveIdentity } from "./identity.ts";
import { weaveLocals, weaveWithoutLocals } from "./locals.ts";
import { weaveManaged } from "./managed.ts";
import { type RootOptions, weaveRoots } from "./roots.ts";
import { type Sampling, sampledAllocation, sampledCall, samplingGraph, tellSampler } from "./sampling.ts";
import { weaveServices } from "./services.ts";
import { addStackCheck, cutCycles, rangeErrorFunction } from "./stack-checks.ts";
import { unrollAllocations } from "./unroll.ts";

/** What the weaver must know of a collector; the collectors' room describes each by a record like this. */
export interface WeaveTraits {
  readonly bumpAllocates: boolean;
  readonly roots: "shadow-stack" | "none";
  /** A linked library gives memory instead of functions of the program. */
  readonly library?: {
    readonly allocate: string;
    readonly allocateWithoutPointers: string;
    readonly collect: string;
  };
  readonly pins: "always" | "by-call" | "never";
  readonly stopsAtSeenFrames?: boolean;
}

export interface WeaveOptions {
  /** Is told what became of allocations. */
  readonly remarks?: Remarks | undefined;
  readonly wordSize: WordSize;
  readonly traits: WeaveTraits;
  /** The program's function that gets memory when the bump pointer has met the limit. */
  readonly allocateSlow: string | undefined;
  /** The program's functions for a full collection and for an object that is to stay where it is. */
  readonly collect: string | undefined;
  readonly pin: string | undefined;
  /** The program's function that writes a picture of the heap. */
  readonly dumpHeap?: string | undefined;
  /** Allocations take their memory in groups where that is possible. */
  readonly fold: boolean;
  /** The program's function that gives an object's identity hash; without it the address serves. */
  readonly identityHash: string | undefined;
  /** The program's functions that see stores of references, if the collector wants to: into an object, into items. */
  readonly writeBarrier: { readonly object: string; readonly items: string } | undefined;
  /** The program's functions that count references, if the collector does. */
  readonly counts: CountFunctions | undefined;
  /** The program can be profiled. */
  readonly sampling?: Sampling | undefined;
  /** Functions of the collector itself: they are woven with nothing but exceptions, and collect by definition. */
  readonly collectorFunctions: ReadonlySet<string>;
}

/** Whether a function of a cycle may be called again before an operation of it is done. */
type Recurs = (graph: Graph, operation: Operation) => boolean;

/** Weaves a program in place and sets its level to "woven". */
export function weave(program: Program, options: WeaveOptions): Program {
  const functions = [...program.functions.values()];
  const isCollectors = (graph: Graph): boolean => options.collectorFunctions.has(graph.name);
  const recurs = weaveStackChecks(program, functions, isCollectors, options.traits);
  weaveCallsOfServices(program, functions, options);

  const calls = callGraph(program);
  const raises = canRaise(program, [], calls);
  const collects = canCollect(program, collectingFunctions(program, options), calls);
  for (const graph of functions) weaveExceptions(program, graph, raises.operation);
  for (const graph of functions) {
    if (isCollectors(graph)) weaveRootless(program, graph, options);
    else weaveMemory(program, graph, collects, recurs, options);
  }

  inlineBarriers(program, options);
  if (options.sampling) weaveSampling(program, functions, options.sampling, options.allocateSlow);
  program.level = "woven";
  return program;
}

/** Cycles of calls check the stack where there is somebody to throw to. */
function weaveStackChecks(
  program: Program,
  functions: readonly Graph[],
  isCollectors: (graph: Graph) => boolean,
  traits: WeaveTraits,
): Recurs {
  const calls = callGraph(program);
  const cut = cutCycles(program, (graph) => calls.callees(graph));
  if (program.functions.has(rangeErrorFunction))
    for (const graph of functions) if (cut.has(graph.name) && !isCollectors(graph)) addStackCheck(graph);
  const groups = traits.stopsAtSeenFrames ? functionsInCycles(program, calls) : new Map();
  return (graph, operation) => {
    const group = cut.has(graph.name) ? groups.get(graph.name) : undefined;
    return group !== undefined && calls.calleesOf(operation).some((callee) => groups.get(callee) === group);
  };
}

/** What the program asks of its collector becomes calls of the collector's functions. */
function weaveCallsOfServices(program: Program, functions: readonly Graph[], options: WeaveOptions): void {
  const { identityHash, counts } = options;
  if (counts) for (const graph of functions) weaveWithoutLocals(graph);
  for (const graph of functions) weaveManaged(program, options.wordSize, graph);
  for (const graph of functions) weaveServices(graph, options);
  if (identityHash !== undefined) for (const graph of functions) weaveIdentity(graph, identityHash);
}

/** The functions of the collector that may collect: all but its services, which only note something. */
function collectingFunctions(
  program: Program,
  { collectorFunctions, identityHash, writeBarrier, counts }: WeaveOptions,
): string[] {
  const countFunctions = counts ? Object.values(counts) : [];
  const services = [identityHash, writeBarrier?.object, writeBarrier?.items, ...countFunctions];
  const harmless = withCallees(
    program,
    services.filter((name) => name !== undefined),
  );
  return [...collectorFunctions].filter((name) => !harmless.has(name));
}

/** A function of the collector: nothing in it collects. */
function weaveRootless(program: Program, graph: Graph, options: WeaveOptions): void {
  const never = (): boolean => false;
  const locals = weaveLocals(program, options.wordSize, graph, never);
  weaveRoots(program, graph, { ...rootOptions(options), shadowStack: false, canCollect: never, locals });
}

/** A function of the program: its objects, what the collector sees of them, and the roots. */
function weaveMemory(
  program: Program,
  graph: Graph,
  collects: CanCollect,
  recurs: Recurs,
  options: WeaveOptions,
): void {
  const { wordSize, writeBarrier, counts } = options;
  const shadowStack = options.traits.roots === "shadow-stack";
  const mayCollect = (operation: Operation): boolean => shadowStack && collects.operation(operation);
  const endsLocals = (operation: Operation): boolean => isAllocation(operation) || mayCollect(operation);
  const locals = weaveLocals(program, wordSize, graph, endsLocals);
  const fold = options.fold && options.traits.bumpAllocates;
  if (fold) unrollAllocations(program, wordSize, graph);
  const folding = fold ? foldAllocations(program, wordSize, graph, mayCollect) : noFolding;
  if (options.remarks) fileFoldingRemarks(folding, options.remarks);
  if (writeBarrier)
    weaveBarriers(graph, {
      barrier: writeBarrier.object,
      itemsBarrier: writeBarrier.items,
      folding,
      locals,
      canCollect: mayCollect,
    });
  if (counts) weaveCounts(program, wordSize, graph, counts, endsLocals);
  weaveRoots(program, graph, {
    ...rootOptions(options),
    folding,
    locals,
    shadowStack,
    canCollect: mayCollect,
    collectsAndReturns: (operation) => collects.thenReturns(operation),
    recurs: (operation) => recurs(graph, operation),
  });
}

/** What a barrier calls is inlined too, so that code with one need not save its registers. */
function inlineBarriers(program: Program, { counts, writeBarrier }: WeaveOptions): void {
  const inlined = counts ? [counts.reference, counts.value, counts.first] : [];
  if (writeBarrier) inlined.push(...withCallees(program, [writeBarrier.object]), writeBarrier.items);
  for (const name of inlined) {
    const graph = program.functions.get(name);
    if (graph) graph.notes.inline = "always";
  }
}

function weaveSampling(
  program: Program,
  functions: readonly Graph[],
  sampling: Sampling,
  allocateSlow: string | undefined,
): void {
  if (allocateSlow !== undefined)
    program.functions.set(sampledAllocation, samplingGraph(sampling, allocateSlow));
  // What the program's functions are inlined into is known; the C compiler would tell nobody.
  for (const { name, system, notes } of functions)
    if (!system || name === sampling.share) notes.inline ??= "never";
}

function rootOptions(options: WeaveOptions): Omit<RootOptions, "shadowStack" | "locals" | "canCollect"> {
  return {
    wordSize: options.wordSize,
    bumpAllocates: options.traits.bumpAllocates,
    folding: noFolding,
    allocateCall: (sequence, plan, members) => allocateCall(sequence, plan, members, options),
  };
}

/** Functions and all that they call. */
function withCallees(program: Program, functions: readonly string[]): Set<string> {
  const found = new Set(functions);
  for (const name of found) {
    for (const { operations } of program.functions.get(name)?.blocks ?? [])
      for (const { op, attributes } of operations) if (op === "call") found.add(String(attributes.function));
  }
  return found;
}

/** The call that gets memory from the collector. */
function allocateCall(
  sequence: Sequence,
  plan: AllocationPlan,
  members: readonly Member[],
  options: WeaveOptions,
): ReturnType<Sequence["value"]> {
  const library = options.traits.library;
  const typeId = plan.typeId.kind === "typeid" ? constants.typeid(plan.typeId.name) : plan.typeId;
  if (library) {
    if (options.sampling)
      tellSampler(sequence, typeId, { size: plan.size, bytes: plan.size }, options.sampling);
    const name = plan.pointerFree ? library.allocateWithoutPointers : library.allocate;
    return sequence.value("memory", "int", "call_native", [plan.size], { name });
  }
  if (options.sampling) return sampledCall(sequence, typeId, plan, members, options.sampling);
  return sequence.value("memory", "int", "call", [typeId, plan.size], {
    function: options.allocateSlow ?? "",
  });
}

/** Who may call whom in a program at the low level. */
import {
  type Block,
  type Constant,
  exitOperand,
  type Graph,
  linksOf,
  type Operand,
  type Operation,
} from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";

/** One operation that calls. */
export interface CallSite {
  readonly caller: string;
  readonly block: Block;
  readonly operation: Operation;
  /** Every function that may be called; some may not be in the program yet. */
  readonly callees: readonly string[];
  /** An `except` exit catches what the callee throws. */
  readonly excepted: boolean;
}

export class CallGraph {
  /** Functions that may be called through their address: in vtables and statics, and as operands. */
  readonly addressTaken: readonly string[];
  readonly sites: readonly CallSite[];
  readonly #byCaller = new Map<string, CallSite[]>();
  readonly #byCallee = new Map<string, CallSite[]>();

  constructor(program: Program) {
    this.addressTaken = [...functionAddresses(program)].sort();
    const sites: CallSite[] = [];
    for (const graph of program.functions.values()) {
      for (const block of graph.blocks) sites.push(...this.#sitesOf(graph, block));
    }
    this.sites = sites;
    for (const site of sites) {
      push(this.#byCaller, site.caller, site);
      for (const callee of site.callees) push(this.#byCallee, callee, site);
    }
  }

  /** The calls that a function makes. */
  callsIn(name: string): readonly CallSite[] {
    return this.#byCaller.get(name) ?? [];
  }

  /** The calls that may reach a function. */
  callsOf(name: string): readonly CallSite[] {
    return this.#byCallee.get(name) ?? [];
  }

  /** Every function that a function may call, once each. */
  callees(caller: string | Graph): string[] {
    const name = typeof caller === "string" ? caller : caller.name;
    return [...new Set(this.callsIn(name).flatMap((site) => site.callees))];
  }

  /** Every function that an operation may call. */
  calleesOf(operation: Operation): readonly string[] {
    const { op, attributes } = operation;
    if (op === "call") return [String(attributes.function)];
    if (op !== "call_indirect") return [];
    return Array.isArray(attributes.functions) ? attributes.functions : this.addressTaken;
  }

  #sitesOf(graph: Graph, block: Block): CallSite[] {
    const sites: CallSite[] = [];
    for (const [index, operation] of block.operations.entries()) {
      const callees = this.calleesOf(operation);
      if (callees.length === 0 && operation.op !== "call_indirect") continue;
      const excepted = block.exit.kind === "except" && index === block.operations.length - 1;
      sites.push({ caller: graph.name, block, operation, callees, excepted });
    }
    return sites;
  }
}

export function callGraph(program: Program): CallGraph {
  return new CallGraph(program);
}

function push<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

/**
 * The functions that call, directly or through others, one of `seeds`; the seeds included. `counts` leaves out calls
 * that do not pass the property on.
 */
export function spreadToCallers(
  calls: CallGraph,
  seeds: Iterable<string>,
  counts: (site: CallSite) => boolean = () => true,
): Set<string> {
  const reached = new Set(seeds);
  for (const name of reached) {
    for (const site of calls.callsOf(name)) if (counts(site)) reached.add(site.caller);
  }
  return reached;
}

/** Functions whose address stands in a vtable, a static, a global or an operand. */
export function functionAddresses(program: Program): Set<string> {
  const names = new Set<string>();
  const see = (constant: Operand | Constant | undefined): void => {
    if (constant?.kind === "function") names.add(constant.name);
  };
  for (const struct of program.structs.values()) {
    for (const name of struct.vtable) if (name !== undefined) names.add(name);
  }
  for (const one of program.statics.values()) {
    for (const constant of Object.values(one.fields)) see(constant);
    for (const item of one.items) see(item);
  }
  for (const one of program.globals.values()) see(one.initial);
  for (const graph of program.functions.values()) {
    for (const block of graph.blocks) {
      for (const operation of block.operations) for (const arg of operation.args) see(arg);
      see(exitOperand(block.exit));
      for (const link of linksOf(block.exit)) for (const arg of link.args) see(arg);
    }
  }
  return names;
}

/**
 * What the outside sees of a call, for each function of a program at the low level: the strongest effect of what it does
 * and whether it surely comes back.
 */
import { reversePostorder } from "../graph/flow.ts";
import { type Block, type Graph, linksOf, type Operation } from "../graph/graph.ts";
import type { OpInfo } from "../graph/op-info.ts";
import { ops } from "../graph/ops.ts";
import type { Program } from "../graph/program.ts";
import { type CallGraph, type CallSite, callGraph } from "./call-graph.ts";

export type Effect = OpInfo["effect"];

const strength: Readonly<Record<Effect, number>> = { none: 0, reads: 1, allocates: 2, writes: 3, io: 4 };

export interface FunctionEffects {
  readonly effect: Effect;
  /** Always returns: it has no loop and no recursion, and neither raises nor stops. */
  readonly returns: boolean;
}

const unknown: FunctionEffects = { effect: "io", returns: false };

export class Effects {
  readonly #functions = new Map<string, FunctionEffects>();
  readonly #calls: CallGraph;

  constructor(program: Program, calls: CallGraph = callGraph(program)) {
    this.#calls = calls;
    for (const graph of program.functions.values()) this.#functions.set(graph.name, ownEffects(graph));
    for (const name of functionsInCycles(program, calls).keys())
      this.#weaken(name, { effect: "none", returns: false });
    // Facts only weaken along calls, so that a worklist ends.
    const work: CallSite[] = [...calls.sites];
    for (let site = work.pop(); site; site = work.pop()) {
      for (const callee of site.callees) {
        if (this.#weaken(site.caller, this.of(callee))) work.push(...calls.callsOf(site.caller));
      }
    }
  }

  of(name: string): FunctionEffects {
    return this.#functions.get(name) ?? unknown;
  }

  /** The effects of one operation; for calls those of all callees. */
  operation(operation: Operation): FunctionEffects {
    if (operation.op !== "call" && operation.op !== "call_indirect") return operationEffects(operation);
    const callees = this.#calls.calleesOf(operation);
    return callees.reduce<FunctionEffects>((all, name) => join(all, this.of(name)), {
      effect: "none",
      returns: true,
    });
  }

  #weaken(name: string, by: FunctionEffects): boolean {
    const before = this.of(name);
    const after = join(before, by);
    if (after.effect === before.effect && after.returns === before.returns) return false;
    this.#functions.set(name, after);
    return true;
  }
}

function join(a: FunctionEffects, b: FunctionEffects): FunctionEffects {
  return {
    effect: strength[a.effect] < strength[b.effect] ? b.effect : a.effect,
    returns: a.returns && b.returns,
  };
}

function operationEffects({ op }: Operation): FunctionEffects {
  const { effect, raises } = ops[op];
  return { effect, returns: raises !== true };
}

function ownEffects(graph: Graph): FunctionEffects {
  let effects: FunctionEffects = { effect: "none", returns: !hasCycle(graph) };
  for (const { operations, exit } of graph.blocks) {
    if (exit.kind === "raise" || exit.kind === "stop")
      effects = join(effects, { effect: "none", returns: false });
    for (const operation of operations) {
      if (operation.op !== "call" && operation.op !== "call_indirect") {
        effects = join(effects, operationEffects(operation));
      }
    }
  }
  return effects;
}

/** True if some block can come again: in reverse postorder a link leads back to it. */
function hasCycle(graph: Graph): boolean {
  const numbers = new Map<Block, number>(reversePostorder(graph).map((block, number) => [block, number]));
  for (const [block, number] of numbers) {
    if (linksOf(block.exit).some(({ target }) => (numbers.get(target) ?? number) <= number)) return true;
  }
  return false;
}

/** Functions that may call themselves, directly or through others; those that may call each other share a number. */
export function functionsInCycles(program: Program, calls: CallGraph): Map<string, number> {
  // Tarjan 1972, with a stack of its own: call chains of generated programs are long.
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const cyclic = new Map<string, number>();
  for (const root of program.functions.keys()) {
    if (index.has(root)) continue;
    const path: { name: string; callees: string[]; next: number }[] = [];
    const enter = (name: string): void => {
      index.set(name, index.size);
      low.set(name, index.get(name) as number);
      open.push(name);
      isOpen.add(name);
      path.push({ name, callees: calls.callees(name), next: 0 });
    };
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { name } = top;
      const callee = top.callees[top.next++];
      if (callee !== undefined) {
        if (callee === name) cyclic.set(name, index.get(name) as number);
        if (!index.has(callee)) enter(callee);
        else if (isOpen.has(callee))
          low.set(name, Math.min(low.get(name) as number, index.get(callee) as number));
        continue;
      }
      path.pop();
      const above = path.at(-1)?.name;
      if (above !== undefined) low.set(above, Math.min(low.get(above) as number, low.get(name) as number));
      if (low.get(name) !== index.get(name)) continue;
      const members = open.splice(open.indexOf(name));
      for (const member of members) {
        isOpen.delete(member);
        if (members.length > 1) cyclic.set(member, index.get(name) as number);
      }
    }
  }
  return cyclic;
}

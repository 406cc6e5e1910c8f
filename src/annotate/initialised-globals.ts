/**
 * Checks of module variables that cannot fire. The program's entry and the modules' init functions are followed in
 * order with the set of variables that have no value yet; whatever a call reaches at that point may see all of them
 * unset. A check of a variable that is never among them goes away.
 */
import { linksOf } from "../graph/graph.ts";
import { emptyEnvironment } from "./clones/environment.ts";
import type { FunctionClone } from "./clones/function-clones.ts";
import type { Flow } from "./flow/flow.ts";
import type { BlockState, FlowNode } from "./flow/flow-node.ts";
import { nameOf } from "./rules/rule.ts";

type Names = ReadonlySet<string>;

export function uselessChecks(flow: Flow): Set<FlowNode> {
  const checks: FlowNode[] = [];
  for (const node of reachedNodes(flow)) if (node.operation?.op === "check_global") checks.push(node);
  const entry = flow.functions.get(flow.source.entry);
  if (!entry || checks.length === 0) return new Set();
  const walk = new InitWalk(flow, new Set(checks.map(nameOf)));
  walk.follow(entry);
  return new Set(checks.filter((node) => !walk.mayFire(node)));
}

function* reachedNodes(flow: Flow): Generator<FlowNode> {
  for (const clone of flow.functions.values()) for (const state of clone.blocks.values()) yield* state.nodes;
}

class InitWalk {
  readonly #flow: Flow;
  readonly #inits = new Set<FunctionClone>();
  readonly #firing = new Set<FlowNode>();
  /** Variables that may have no value when a function runs. */
  readonly #unset = new Map<FunctionClone, Set<string>>();
  #current: Names;

  constructor(flow: Flow, names: Names) {
    this.#flow = flow;
    this.#current = names;
  }

  mayFire(node: FlowNode): boolean {
    return this.#firing.has(node) || (this.#unset.get(node.clone)?.has(nameOf(node)) ?? false);
  }

  /** Follows the entry or an init function; what is unset changes as it goes on. */
  follow(clone: FunctionClone): void {
    this.#inits.add(clone);
    const first = clone.blocks.get(clone.graph.blocks[0]!);
    if (!first) return;
    const states = new Map<BlockState, Names>([[first, this.#current]]);
    const waiting = [first];
    let left = new Set<string>();
    for (let state = waiting.shift(); state; state = waiting.shift()) {
      this.#current = states.get(state)!;
      for (const node of state.nodes) this.#step(node);
      const { exit } = state.block;
      if (exit.kind === "return") left = new Set([...left, ...this.#current]);
      for (const link of linksOf(exit)) {
        const next = clone.blocks.get(link.target);
        if (!next?.reached) continue;
        const before = states.get(next);
        const joined = new Set([...(before ?? []), ...this.#current]);
        if (before && before.size === joined.size) continue;
        states.set(next, joined);
        waiting.push(next);
      }
    }
    this.#current = left;
  }

  #step(node: FlowNode): void {
    const op = node.operation?.op;
    if (op === "check_global" && this.#current.has(nameOf(node))) this.#firing.add(node);
    for (const target of node.targets) {
      if (this.#isInit(node, target)) this.follow(target);
      else this.#mark(target);
    }
    for (const target of node.conversions) this.#mark(target);
    if (op === "set_global" && this.#current.has(nameOf(node))) {
      const next = new Set(this.#current);
      next.delete(nameOf(node));
      this.#current = next;
    }
  }

  /** The entry calls each module's init function, once. */
  #isInit(node: FlowNode, target: FunctionClone): boolean {
    const fromEntry = node.clone.graph.name === this.#flow.source.entry;
    return (
      fromEntry &&
      target.graph.name.endsWith(".init") &&
      target.environment === emptyEnvironment &&
      !this.#inits.has(target)
    );
  }

  #mark(clone: FunctionClone): void {
    const waiting = [clone];
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      const known = this.#unset.get(one) ?? new Set();
      const size = known.size;
      for (const name of this.#current) known.add(name);
      if (this.#unset.has(one) && known.size === size) continue;
      this.#unset.set(one, known);
      for (const state of one.blocks.values())
        for (const node of state.nodes) waiting.push(...node.targets, ...node.conversions);
    }
  }
}

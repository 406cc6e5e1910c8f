/**
 * Functions that can stop in the middle become objects: each is cut at its `suspend` operations, and a second function
 * goes on from any of them. What is live across a suspension is saved in the frame and loaded again.
 *
 *   func @f {                            func @f {
 *   b0(x):                               b0(x):
 *     fr = new_object{class=f.frame}       fr = new_object{class=f.frame}
 *     a = call{function=g} x               a = call{function=g} x
 *     suspend{class=f.frame} fr, true      set_property{name="#a.1"} fr, a
 *     call{function=h} a              =>   set_property{name="#state"} fr, 1
 *     …                                    return true
 *   }                                    }
 *                                        func @f.resume {
 *                                        b0(this):
 *                                          s = get_property{name="#state"} this
 *                                          set_property{name="#state"} this, -2
 *                                          switch s: 1 => b1, else b9
 *                                        b1:
 *                                          a = get_property{name="#a.1"} this
 *                                          call{function=h} a
 *                                          …
 *
 * Code that can be reached both from the start and from a suspension is in both functions. Each variable has a field of
 * its own, so that flow proves the same of it as if it had stayed in the graph.
 */
import { liveness } from "../analysis/liveness.ts";
import { copyBlocks } from "../graph/copy.ts";
import { Cursor } from "../graph/cursor.ts";
import { reversePostorder } from "../graph/flow.ts";
import { frameMember, frameState } from "../graph/frames.ts";
import {
  type Block,
  block,
  constants,
  type Graph,
  type Link,
  linksOf,
  mapOperands,
  graph as newGraph,
  type Operand,
  type Operation,
  type Variable,
  variable,
} from "../graph/graph.ts";
import type { ClassInfo, Program } from "../graph/program.ts";
import { renameVersions } from "../graph/rename.ts";
import { InternalFault } from "../source/messages.ts";

/** Splits every function of a program that has suspensions. */
export function splitFunctions(program: Program): void {
  for (const graph of [...program.functions.values()]) {
    const first = graph.blocks.flatMap((one) => one.operations).find((one) => one.op === "suspend");
    if (!first) continue;
    const frame = program.classes.get(String(first.attributes.class));
    if (!frame) throw new InternalFault(`the frame of ${graph.name} has no class`);
    const resume = new Split(graph, frame).run();
    program.functions.set(resume.name, resume);
  }
  for (const { methods } of program.classes.values()) {
    const resume = methods.get(frameMember.resume);
    // An async function that awaits nothing has a frame that nobody resumes.
    if (resume === undefined || program.functions.has(resume)) continue;
    for (const [name, target] of methods) if (target === resume) methods.delete(name);
  }
}

/** A place where a function is cut. */
interface Cut {
  readonly state: number;
  /** What follows the suspension. */
  readonly rest: Block;
  readonly saved: readonly Variable[];
}

class Split {
  readonly #graph: Graph;
  readonly #frame: ClassInfo;
  readonly #cuts: Cut[] = [];
  readonly #fields = new Map<Variable, string>();
  #nextState = frameState.start + 1;

  constructor(graph: Graph, frame: ClassInfo) {
    this.#graph = graph;
    this.#frame = frame;
  }

  run(): Graph {
    // The function's blocks up to the end of its first part keep their identity: what is cut off is copied.
    this.#isolate();
    const live = liveness(this.#graph);
    let object: Operand | undefined;
    for (const one of this.#graph.blocks) {
      const last = one.operations.at(-1);
      if (last?.op !== "suspend" || one.exit.kind !== "jump") continue;
      object = last.args[0];
      this.#cut(one, last, one.exit.link, [...live.atStart(one.exit.link.target)]);
    }
    const resume = this.#resumeFunction(object as Variable);
    this.#graph.blocks = reversePostorder(this.#graph);
    return resume;
  }

  /** Each suspension ends its block, and jumps without arguments. */
  #isolate(): void {
    for (const one of [...this.#graph.blocks]) {
      let at = one;
      for (;;) {
        const index = at.operations.findIndex((operation) => operation.op === "suspend");
        if (index < 0) break;
        const cursor = new Cursor(this.#graph, at, index + 1);
        const rest = cursor.split();
        cursor.jump(rest);
        at = rest;
      }
    }
  }

  #cut(at: Block, suspend: Operation, { target }: Link, live: readonly Variable[]): void {
    const [object, value] = suspend.args as [Operand, Operand];
    const { state } = suspend.attributes;
    const saved = live.filter((one) => one !== object);
    const cut: Cut = { state: typeof state === "number" ? state : this.#nextState++, rest: target, saved };
    this.#cuts.push(cut);
    at.operations.pop();
    const cursor = new Cursor(this.#graph, at);
    cursor.span = suspend.span;
    for (const one of saved) cursor.perform("set_property", [object, one], { name: this.#fieldOf(one) });
    cursor.perform("set_property", [object, constants.int(cut.state)], { name: frameMember.state });
    cursor.return(value);
  }

  #fieldOf(one: Variable): string {
    let name = this.#fields.get(one);
    if (name === undefined) {
      name = `#${one.name}.${this.#fields.size}`;
      this.#fields.set(one, name);
      this.#frame.fields.push({ name, type: "any", definite: false, span: undefined });
    }
    return name;
  }

  #resumeFunction(object: Variable): Graph {
    const name = this.#frame.methods.get(frameMember.resume);
    if (name === undefined) throw new InternalFault(`the frame of ${this.#graph.name} cannot be resumed`);
    const { displayName, typeParameters, system, span } = this.#graph;
    const self = variable("this", "any");
    const entry = block([self]);
    const resume = newGraph(name, { displayName, typeParameters, system, span, hasThis: true });
    resume.notes.frame = this.#frame.name;
    const { twins, variables, blocks } = copyBlocks(reachable(this.#cuts.map((one) => one.rest)));
    const versions = new Map<Variable, Variable[]>();
    const cases = this.#cuts.map(({ state, rest, saved }) => {
      const start = block();
      resume.blocks.push(start);
      const cursor = new Cursor(resume, start);
      for (const one of saved) {
        const loaded = cursor.emit("get_property", [self], { name: this.#fieldOf(one) }, "any", one.name);
        // Where the variable itself is defined again it takes the place of what was loaded.
        const copy = variables.get(one);
        const original = copy ?? one;
        versions.set(original, [...(versions.get(original) ?? (copy ? [copy] : [])), loaded]);
      }
      cursor.jump(twins.get(rest) as Block);
      return { value: state, link: { target: start, args: [] } };
    });
    resume.blocks.unshift(entry);
    resume.blocks.push(...blocks);
    this.#dispatch(resume, entry, self, cases);
    for (const one of resume.blocks) mapOperands(one, (operand) => (operand === object ? self : operand));
    renameVersions(resume, versions);
    resume.blocks = reversePostorder(resume);
    return resume;
  }

  #dispatch(
    resume: Graph,
    entry: Block,
    self: Variable,
    cases: { readonly value: number; readonly link: Link }[],
  ): void {
    const cursor = new Cursor(resume, entry);
    const state = cursor.emit("get_property", [self], { name: frameMember.state }, "any", "state");
    cursor.perform("set_property", [self, constants.int(frameState.running)], { name: frameMember.state });
    const running = cursor.newBlock();
    const sorted = [...cases].sort((a, b) => a.value - b.value);
    cursor.exit({ kind: "switch", value: state, cases: sorted, otherwise: { target: running, args: [] } });
    cursor.moveTo(running);
    const message = constants.string("Generator is already running");
    cursor.emit("call", [message], { function: "prelude.throwTypeError" });
    cursor.exit({ kind: "unreachable" });
  }
}

/** The blocks that these lead to, and they themselves. */
function reachable(starts: readonly Block[]): Block[] {
  const seen = new Set<Block>(starts);
  for (const one of seen) for (const { target } of linksOf(one.exit)) seen.add(target);
  return [...seen];
}

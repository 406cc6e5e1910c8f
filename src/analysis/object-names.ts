/**
 * What becomes of the objects that a function's variables hold: all variables that may hold one object form a group, by
 * union along links and conversions; the group knows whether the object may be kept somewhere when the function is left,
 * and to which functions it is passed, over the whole program.
 */
import {
  exitOperand,
  type Graph,
  isVariable,
  linksOf,
  type Operation,
  type Variable,
} from "../graph/graph.ts";
import { ops } from "../graph/ops.ts";
import type { Program } from "../graph/program.ts";
import type { CallGraph } from "./call-graph.ts";

/** A parameter of a function. */
interface Place {
  readonly callee: string;
  readonly param: number;
}

/** The names of one object in one function. */
export class Names {
  readonly members: Variable[] = [];
  /** Where it is passed. */
  readonly passed: Place[] = [];
  /** Why it may outlive the function, other than by what callees do. */
  kept: string | undefined;

  absorb({ members, passed, kept }: Names): void {
    this.members.push(...members);
    this.passed.push(...passed);
    this.kept ??= kept;
  }
}

type GraphNames = ReadonlyMap<Variable, Names>;

export class ObjectNames {
  readonly #program: Program;
  readonly #calls: CallGraph;
  readonly #graphs = new Map<string, GraphNames>();
  /** Whether a callee keeps what it gets, as far as that was asked; by function and parameter. */
  readonly #keeps = new Map<string, boolean>();

  constructor(program: Program, calls: CallGraph) {
    this.#program = program;
    this.#calls = calls;
  }

  of(graph: Graph): GraphNames {
    let names = this.#graphs.get(graph.name);
    if (!names) this.#graphs.set(graph.name, (names = new Collector(this.#calls).names(graph)));
    return names;
  }

  /** Why an object may outlive the function that has these names for it; undefined if it cannot. */
  whyKept({ kept, passed }: Names): string | undefined {
    if (kept !== undefined) return kept;
    const keeper = passed.find((place) => this.#isKept(place));
    return keeper && `it is passed to \`${keeper.callee}\`, which may keep it`;
  }

  /** What can be reached from a parameter by passing it on decides: recursion alone keeps nothing. */
  #isKept(start: Place): boolean {
    const reached = new Map<string, Place>([[keyOf(start), start]]);
    for (const [key, { callee, param }] of reached) {
      const known = this.#keeps.get(key);
      if (known === false) continue;
      const graph = this.#program.functions.get(callee);
      const variable = graph?.blocks[0]?.params[param];
      const names = graph && variable && this.of(graph).get(variable);
      if (known === true || !names || names.kept !== undefined) {
        this.#keeps.set(key, true);
        this.#keeps.set(keyOf(start), true);
        return true;
      }
      for (const place of names.passed) reached.set(keyOf(place), place);
    }
    for (const key of reached.keys()) this.#keeps.set(key, false);
    return false;
  }
}

function keyOf({ callee, param }: Place): string {
  return `${param} ${callee}`;
}

/** Finds the groups of one function. */
class Collector {
  readonly #calls: CallGraph;
  readonly #groups = new Map<Variable, Names>();
  readonly #absorbed = new Map<Names, Names>();

  constructor(calls: CallGraph) {
    this.#calls = calls;
  }

  names(graph: Graph): GraphNames {
    for (const { params, operations, exit } of graph.blocks) {
      for (const param of params) if (holdsObjects(param)) this.#of(param);
      for (const operation of operations) this.#operation(operation);
      const left = exitOperand(exit);
      if (left && isVariable(left) && holdsObjects(left))
        this.#keep(left, exit.kind === "raise" ? "it is thrown" : "it is returned");
      for (const { target, args } of linksOf(exit)) {
        for (const [at, param] of target.params.entries()) {
          const arg = args[at];
          if (arg && isVariable(arg) && holdsObjects(param)) this.#unite(param, arg);
        }
      }
    }
    return new Map([...this.#groups].map(([variable, names]) => [variable, this.#whole(names)]));
  }

  #operation(operation: Operation): void {
    const { op, args, result } = operation;
    for (const [at, arg] of args.entries()) {
      if (!isVariable(arg) || !holdsObjects(arg)) continue;
      if (op === "call" || op === "call_indirect") this.#passed(arg, operation, op === "call" ? at : at - 1);
      else if (renames.has(op) && result) this.#unite(result, arg);
      else if (onlyLooks(operation, at)) this.#of(arg);
      else this.#keep(arg, reasonOf(operation));
    }
  }

  #passed(arg: Variable, operation: Operation, param: number): void {
    const callees = this.#calls.calleesOf(operation);
    if (callees.length === 0) this.#keep(arg, "it is passed to a function that is known only when it runs");
    this.#of(arg).passed.push(...callees.map((callee) => ({ callee, param })));
  }

  #keep(variable: Variable, reason: string): void {
    this.#of(variable).kept ??= reason;
  }

  #of(variable: Variable): Names {
    let names = this.#groups.get(variable);
    if (!names) {
      this.#groups.set(variable, (names = new Names()));
      names.members.push(variable);
    }
    return this.#whole(names);
  }

  #whole(names: Names): Names {
    let whole = names;
    for (let next = this.#absorbed.get(whole); next; next = this.#absorbed.get(whole)) whole = next;
    return whole;
  }

  #unite(a: Variable, b: Variable): void {
    const [one, other] = [this.#of(a), this.#of(b)];
    if (one === other) return;
    one.absorb(other);
    this.#absorbed.set(other, one);
  }
}

function holdsObjects({ type }: Variable): boolean {
  return type === "ref" || type === "value";
}

/** Their result may be their operand. */
const renames: ReadonlySet<string> = new Set(["value_from_ref", "value_to_ref", "select"]);

/** True if the operation does nothing with an operand but to look at it, or to write into it. */
function onlyLooks({ op }: Operation, at: number): boolean {
  if (op === "set_field" || op === "set_item") return at === 0;
  // An identity hash stays with its object, and is told nowhere that the frame is left.
  if (op === "ref_identity") return false;
  const { effect, address } = ops[op];
  return (effect === "none" || effect === "reads") && address !== true;
}

function reasonOf({ op }: Operation): string {
  if (op === "set_field") return "it is stored into a field";
  if (op === "set_item") return "it is stored into an array";
  if (op === "set_global") return "it is stored into a variable of a module";
  return "something else is done with it than to read and write its fields";
}

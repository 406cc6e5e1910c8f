/**
 * Members that the library calls on whatever object it meets: printing asks errors for their `stack` and `name`,
 * JSON.stringify calls `toJSON`. Which calls of the library do is known by name; then every object may be asked. What
 * ends the program by an exception is asked too.
 */
import { wellKnownSymbols } from "../graph/frames.ts";
import { type ClassClone, findInherited } from "./clones/class-clones.ts";
import type { FunctionClone } from "./clones/function-clones.ts";
import type { Flow } from "./flow/flow.ts";
import { bit } from "./flow/kinds.ts";
import type { Slot } from "./flow/slot.ts";

/** What a call of the library may ask objects for. */
interface Question {
  /**
   * A getter of errors, one of any class of the program, a method that is called with a text, or the getters of
   * literals, whatever their names.
   */
  readonly kind: "errorGetter" | "getter" | "method" | "literalGetters";
  readonly name: string;
}

const ofErrors: readonly Question[] = [
  { kind: "errorGetter", name: "stack" },
  { kind: "errorGetter", name: "name" },
];
const toJson: Question = { kind: "method", name: "toJSON" };
const literalGetters: Question = { kind: "literalGetters", name: "" };

/** Stands behind the class's name where it says something else. */
const tag: Question = { kind: "getter", name: wellKnownSymbols.toStringTag };

const asked: readonly { readonly calls: RegExp; readonly questions: readonly Question[] }[] = [
  {
    calls: /^(console\.|memory\.(inspect|format|table)Text$)/,
    questions: [...ofErrors, toJson, literalGetters, tag, { kind: "method", name: "toString" }],
  },
  { calls: /^JSON\.stringify$/, questions: [toJson, literalGetters] },
];

const errorClass = "prelude.Error";

/** What is asked of objects so far. */
export class Reflected {
  readonly questions = new Set<Question>();

  /** Notes a call of the library that was given objects. */
  note(name: string): void {
    for (const { calls, questions } of asked)
      if (calls.test(name)) for (const one of questions) this.questions.add(one);
  }

  /** A call of the library may ask objects. */
  asks(name: string): boolean {
    return asked.some(({ calls }) => calls.test(name));
  }

  /** Asking an instance may run code of the program. */
  mayAsk(one: ClassClone): boolean {
    if (one.name.startsWith("prelude.")) return false;
    const { getters, methods } = one.info;
    return [...this.questions].some(({ kind, name }) => {
      if (kind === "literalGetters") return one.kind === "literal" && getters.size > 0;
      if (kind === "errorGetter" || kind === "getter") return getters.has(name);
      return methods.has(name) || one.fields.has(name);
    });
  }
}

/** Node does not look at the `toString` of its own classes. */
function isLibrary(name: string): boolean {
  return name.startsWith("prelude.") || name.startsWith("node.");
}

export function holdsObjects(slots: readonly Slot[]): boolean {
  return slots.some((one) => one.objects.size > 0);
}

/** Lets the members that may be asked for be reached. Returns whether one is reached anew. */
export function reachReflected(flow: Flow): boolean {
  const reach = new Reach(flow);
  for (const question of flow.reflected.questions)
    for (const one of flow.classes.values()) if (one.instantiated) reach.ask(one, question);
  const stack = ofErrors[0]!;
  for (const one of flow.thrown.objects) reach.ask(one, stack);
  if (reach.stacks.size > 1) flow.shared.uniteFunctions(reach.stacks);
  return reach.changed;
}

/** What the library may get from an object's own code: it looks into that too. */
export function reflectedResults(flow: Flow, one: ClassClone): Slot[] {
  const targets: (FunctionClone | undefined)[] = [];
  if (one.kind === "literal")
    for (const getter of one.info.getters.values()) targets.push(flow.functionClone(getter, one.environment));
  const member = one.kind === "closure" ? undefined : findInherited(one, toJson.name);
  if (member?.kind === "method") targets.push(flow.functionClone(member.function, member.owner.environment));
  else for (const { code } of one.findField(toJson.name)?.slot.objects ?? []) targets.push(code);
  return targets.flatMap((target) => (target?.reached ? target.result : []));
}

class Reach {
  readonly #flow: Flow;
  /** One function tells of what was not caught: it calls them all. */
  readonly stacks = new Set<FunctionClone>();
  changed = false;

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  ask(one: ClassClone, { kind, name }: Question): void {
    if (kind === "literalGetters") {
      if (one.kind !== "literal") return;
      for (const getter of one.info.getters.values())
        this.#call(this.#flow.functionClone(getter, one.environment), one);
      return;
    }
    const member = findInherited(one, name);
    if (kind === "getter") {
      if (one.kind !== "class" || member?.kind !== "accessor" || member.getter === undefined) return;
      if (!isLibrary(member.owner.info.name))
        this.#call(this.#flow.functionClone(member.getter, member.owner.environment), one);
      return;
    }
    if (kind === "errorGetter") {
      if (member?.kind !== "accessor" || member.getter === undefined || !one.findAncestor(errorClass)) return;
      const target = this.#flow.functionClone(member.getter, member.owner.environment);
      this.#call(target, one);
      if (target && name === "stack") this.stacks.add(target);
      return;
    }
    if (member?.kind === "method") {
      // What errors themselves have is not asked.
      if (name !== "toString" || !isLibrary(member.owner.info.name))
        this.#call(this.#flow.functionClone(member.function, member.owner.environment), one);
      return;
    }
    const codes = [...(one.findField(name)?.slot.objects ?? [])].flatMap(({ code }) => code ?? []);
    for (const code of codes) this.#call(code, one);
    if (codes.length > 1) this.#flow.shared.uniteFunctions(codes);
  }

  /** The first parameter of those methods that have one is a text. */
  #call(target: FunctionClone | undefined, self: ClassClone): void {
    if (!target) return;
    const flow = this.#flow;
    this.changed ||= !target.reached || target.thisSlot?.objects.has(self) === false;
    if (target.thisSlot) flow.join(target.thisSlot, 0, [self]);
    for (let i = 0; i < target.arity; i++) {
      const param = target.parameter(i);
      if (param) flow.join(param, i === 0 ? bit.string : bit.undefined);
    }
    flow.reach(target);
  }
}

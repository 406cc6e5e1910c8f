/** The typed copy of a clone's graph: types, the clones' names, calls with exactly the callee's arguments. */
import {
  type Attribute,
  type Block,
  constants,
  type Exit,
  type Graph,
  type Link,
  block as newBlock,
  graph as newGraph,
  type Operand,
  type Operation,
  type Variable,
  variable,
  version,
} from "../graph/graph.ts";
import { opInfo } from "../graph/ops.ts";
import { isValueType, undefinedType } from "../graph/types.ts";
import { isClonedAtCall } from "./clones/call-sites.ts";
import type { FunctionClone } from "./clones/function-clones.ts";
import type { Flow } from "./flow/flow.ts";
import type { BlockState, FlowNode } from "./flow/flow-node.ts";
import { anyBoolean, anyPrimitive, bit, nullish } from "./flow/kinds.ts";
import { slotType } from "./flow/slot-type.ts";
import { definitionsOf } from "./flow/uses.ts";
import { fitArguments } from "./missing-arguments.ts";
import { hasNoHole, isProvedWithin } from "./reads/array-shapes.ts";
import { outsideOf } from "./reads/outside-reads.ts";
import { genericName, isLibraryMethod, preludeTarget } from "./rules/call-rules.ts";
import { constructedClone } from "./rules/collections.ts";
import { isArranged, restClass } from "./rules/spread-arguments.ts";
import { convertedOperands, hintOf } from "./rules/to-primitive.ts";

/** What other analyses decided about single operations. */
export interface Removals {
  /** `check_global`s that cannot fire. */
  readonly checks: ReadonlySet<FlowNode>;
}

/** A function that exists as a value but is never called. */
export function uncalledGraph(flow: Flow, clone: FunctionClone): Graph {
  return new TypedCopy(flow, clone, { checks: new Set() }).uncalled();
}

export function typedGraph(flow: Flow, clone: FunctionClone, removals: Removals): Graph {
  return new TypedCopy(flow, clone, removals).run();
}

class TypedCopy {
  readonly #flow: Flow;
  readonly #clone: FunctionClone;
  readonly #removals: Removals;
  readonly #variables = new Map<Variable, Variable>();
  readonly #blocks = new Map<Block, Block>();

  constructor(flow: Flow, clone: FunctionClone, removals: Removals) {
    this.#flow = flow;
    this.#clone = clone;
    this.#removals = removals;
  }

  uncalled(): Graph {
    const entry = newBlock(this.#clone.graph.blocks[0]!.params.map((one) => this.#variable(one)));
    entry.exit = unreached;
    return this.#graph([entry]);
  }

  run(): Graph {
    const { graph } = this.#clone;
    const reached = graph.blocks.filter((one) => this.#clone.blocks.get(one)?.reached);
    for (const one of reached)
      this.#blocks.set(one, newBlock(one.params.map((param) => this.#variable(param))));
    for (const one of reached) this.#fill(this.#clone.blocks.get(one)!, this.#blocks.get(one)!);
    this.#extendSignature(this.#blocks.get(graph.blocks[0]!)!);
    return this.#graph([...this.#blocks.values()]);
  }

  #graph(blocks: Block[]): Graph {
    const { graph } = this.#clone;
    return newGraph(this.#clone.name, {
      displayName: graph.displayName,
      blocks,
      result: slotType(this.#clone.result),
      captures: graph.captures,
      hasThis: graph.hasThis || this.#clone.extraThis !== undefined,
      system: graph.system,
      notes: { ...this.#lengthNote(), ...graph.notes, ...this.#restNote() },
      span: graph.span,
    });
  }

  #restNote(): Record<string, string> {
    const name = restClass(this.#flow, this.#clone)?.name;
    return name === undefined ? {} : { rest: name };
  }

  /** What the program sees as the function's `length`, where callers that do not know it make it take more. */
  #lengthNote(): Record<string, string> {
    const { extraParams, ownArity } = this.#clone;
    return extraParams.length === 0 ? {} : { length: String(ownArity) };
  }

  #extendSignature(entry: Block): void {
    const { extraThis, extraParams, graph } = this.#clone;
    if (extraThis) entry.params.splice(graph.captures, 0, variable("this", slotType(extraThis)));
    for (const one of extraParams) entry.params.push(variable("unused", slotType(one)));
  }

  #variable(original: Variable): Variable {
    let copy = this.#variables.get(original);
    if (!copy) {
      copy = version(original, slotType(this.#clone.slotOf(original)));
      this.#variables.set(original, copy);
    }
    return copy;
  }

  #operand = (operand: Operand): Operand => {
    if (operand.kind === "variable") {
      const known = this.#known(operand);
      return known ? this.#operand(known) : this.#variable(operand);
    }
    if (operand.kind !== "function") return operand;
    const closure = this.#flow.closureClass(operand.name, this.#clone.environment);
    return closure?.code ? constants.function(closure.code.name) : operand;
  };

  /** What a read that is not made again would have given. */
  #known(variable: Variable): Operand | undefined {
    const { knownReads, graph } = this.#clone;
    if (knownReads.size === 0) return undefined;
    const definition = definitionsOf(graph).get(variable);
    return definition && knownReads.get(definition)?.value;
  }

  #link(link: Link): Link {
    return { target: this.#target(link.target), args: link.args.map(this.#operand) };
  }

  /** Links that flow never takes lead to a block of their own that stops. */
  #target(target: Block): Block {
    const copy = this.#blocks.get(target);
    if (copy) return copy;
    const dead = newBlock(target.params.map((one) => this.#variable(one)));
    dead.exit = unreached;
    this.#blocks.set(target, dead);
    return dead;
  }

  #fill(state: BlockState, first: Block): void {
    let copy = first;
    const { operations, exit } = state.block;
    const whole = state.done === operations.length;
    const count = whole ? operations.length : state.done + 1;
    let last: Operation | undefined;
    for (let i = 0; i < count; i++) {
      const node = state.nodes[i];
      const before = copy.operations.at(-1);
      if (node) copy = this.#operation(node, copy);
      last = copy.operations.at(-1);
      if (last === before) last = undefined;
    }
    if (whole || (exit.kind === "except" && count === operations.length)) {
      copy.exit = this.#exit(exit, last);
    } else copy.exit = unreached;
  }

  #exit(exit: Exit, last: Operation | undefined): Exit {
    const { result } = this.#clone;
    switch (exit.kind) {
      case "jump":
        return { kind: "jump", link: this.#link(exit.link) };
      case "branch": {
        const condition = this.#flow.operandSlot(this.#clone, exit.condition);
        if (!condition.has(bit.false)) return { kind: "jump", link: this.#link(exit.then) };
        if (!condition.has(bit.true)) return { kind: "jump", link: this.#link(exit.else) };
        return {
          ...exit,
          condition: this.#operand(exit.condition),
          then: this.#link(exit.then),
          else: this.#link(exit.else),
        };
      }
      case "switch":
        return {
          kind: "switch",
          value: this.#operand(exit.value),
          cases: exit.cases.map((one) => ({ value: one.value, link: this.#link(one.link) })),
          otherwise: this.#link(exit.otherwise),
        };
      case "except":
        // A check that could raise may have gone away; what stands before it then is outside the `try`'s reach.
        if (this.#flow.thrown.isEmpty || !raises(last))
          return { kind: "jump", link: this.#link(exit.normal) };
        return {
          kind: "except",
          normal: this.#link(exit.normal),
          caught: this.#variable(exit.caught),
          handler: this.#link(exit.handler),
        };
      case "return":
        if (exit.value) return { ...exit, value: this.#operand(exit.value) };
        return result.isEmpty ? exit : { ...exit, value: constants.undefined };
      case "raise":
        return { ...exit, value: this.#operand(exit.value) };
      case "stop":
      case "unreachable":
        return { ...exit };
    }
  }

  /** Copies an operation; returns the block in which the next one goes. */
  #operation(node: FlowNode, into: Block): Block {
    const operation = node.operation!;
    if (operation.op === "check_global" && this.#removals.checks.has(node)) return into;
    if (this.#clone.knownReads.has(operation)) return into;
    const attributes: Record<string, Attribute> = { ...operation.attributes };
    delete attributes.types;
    const copy: Operation = {
      op: operation.op,
      args: operation.args.map(this.#operand),
      result: operation.result && this.#variable(operation.result),
      attributes,
      span: operation.span,
    };
    this.#nameClones(node, copy, attributes);
    if (indexed(operation) && isProvedWithin(this.#flow, node)) {
      attributes.within = true;
      if (copy.result && hasNoHole(this.#flow, node)) excludeUndefined(copy.result);
    } else {
      const outside = outsideOf(node);
      if (outside) attributes.outside = outside;
    }
    const target = this.#fitArguments(node, copy, attributes, this.#convertOperands(node, copy, into));
    target.operations.push(copy);
    return target;
  }

  /** Objects among the operands become primitive values first. Returns the block after that. */
  #convertOperands(node: FlowNode, copy: Operation, into: Block): Block {
    const hint = hintOf(copy);
    let next = into;
    if (hint === undefined) return next;
    for (const [place, slot] of convertedOperands(node)) {
      const result = variable("primitive", slotType(slot));
      next.operations.push({
        op: "to_primitive",
        args: [copy.args[place]!],
        result,
        attributes: { hint },
        span: copy.span,
      });
      copy.args[place] = result;
      next = this.#afterRaising(node.state, next);
    }
    return next;
  }

  #nameClones(node: FlowNode, copy: Operation, attributes: Record<string, Attribute>): void {
    const { op } = copy;
    if (typeof attributes.class !== "string" || op === "instance_of" || op === "refine") return;
    const keys = node.operation!.attributes.types;
    const list = op === "new" && Array.isArray(keys) ? (keys as readonly string[]) : undefined;
    const { environment } = this.#clone;
    const made =
      op === "new"
        ? constructedClone(this.#flow, node, attributes.class, list)
        : op === "closure"
          ? this.#flow.closureClass(attributes.class, environment)
          : this.#flow.classClone(attributes.class, environment);
    if (made) attributes.class = made.name;
  }

  /** Gives a call exactly the arguments that its callees have parameters for. */
  #fitArguments(node: FlowNode, copy: Operation, attributes: Record<string, Attribute>, into: Block): Block {
    const target = [...node.targets][0];
    if (copy.op !== "call" && copy.op !== "new" && isArranged(node)) {
      if (copy.op === "call_method") this.#nameLibrary(node, attributes);
      if (attributes.name !== undefined) this.#nameGeneric(node, attributes);
      return into;
    }
    switch (copy.op) {
      case "call": {
        if (!target) return into;
        attributes.function = target.name;
        const self = target.graph.hasThis
          ? copy.args.splice(0, 1)
          : target.extraThis
            ? [constants.undefined]
            : [];
        copy.args = [...self, ...fitArguments(copy.args, target)];
        break;
      }
      case "new":
        if (target) copy.args = fitArguments(copy.args, target);
        break;
      case "call_super":
        this.#nameGeneric(node, attributes);
        if (target) copy.args = [copy.args[0]!, ...fitArguments(copy.args.slice(1), target)];
        break;
      case "call_value":
      case "new_value": {
        const fixed = attributes.self === true ? 2 : 1;
        if (target)
          copy.args = [...copy.args.slice(0, fixed), ...fitArguments(copy.args.slice(fixed), target)];
        break;
      }
      case "call_method":
        return this.#fitMethod(node, copy, attributes, into);
      default:
    }
    return into;
  }

  #fitMethod(node: FlowNode, copy: Operation, attributes: Record<string, Attribute>, into: Block): Block {
    const prelude = this.#preludeCallee(node);
    const target = prelude ?? [...node.targets].find((one) => !isLibraryMethod(one)) ?? [...node.targets][0];
    if (!prelude && this.#hasLibraryReceiver(node)) {
      // Kinds of receivers that take their arguments each in its own way: lowering passes what each takes.
      this.#nameLibrary(node, attributes);
      this.#nameGeneric(node, attributes);
      return into;
    }
    if (!target) return into;
    const generic = this.#nameGeneric(node, attributes);
    const next =
      (prelude || generic) && node.args[0]!.has(nullish) ? this.#checkReceiver(node, copy, into) : into;
    if (!prelude) {
      copy.args = [copy.args[0]!, ...fitArguments(copy.args.slice(1), target)];
      return next;
    }
    copy.op = "call";
    delete attributes.name;
    delete attributes.shown;
    attributes.function = prelude.name;
    copy.args = fitArguments(copy.args, prelude);
    return next;
  }

  /** A generic method is called by the name that has the keys. */
  #nameGeneric(node: FlowNode, attributes: Record<string, Attribute>): boolean {
    const name = genericName(node);
    const isGeneric = (one: FunctionClone): boolean =>
      !isLibraryMethod(one) && (one.graph.typeParameters.length > 0 || isClonedAtCall(one.graph.name));
    if (name === undefined || ![...node.targets].some(isGeneric)) return false;
    attributes.name = name;
    return true;
  }

  /** Strings, numbers, booleans or arrays are among what the method is called on. */
  #hasLibraryReceiver(node: FlowNode): boolean {
    const receiver = node.args[0]!;
    if (receiver.has(anyPrimitive)) return true;
    return [...receiver.objects].some((one) => one.kind === "array");
  }

  #nameLibrary(node: FlowNode, attributes: Record<string, Attribute>): void {
    const library = this.#libraryCallees(node);
    if (library.length > 0) attributes.library = library;
  }

  /** The library functions for the kinds of receivers, in restricted TypeScript. */
  #libraryCallees(node: FlowNode): string[] {
    const name = String(node.operation!.attributes.name);
    return libraryKinds.flatMap((kind) => {
      const target = preludeTarget(this.#flow, node, `prelude.${kind}.${name}`);
      return target && node.targets.has(target) ? [`${kind}=${target.name}`] : [];
    });
  }

  /** True if nothing but undefined and null is on the way of a library function for one kind of receiver. */
  #isOnly(node: FlowNode, kind: (typeof libraryKinds)[number]): boolean {
    const { bits, objects } = node.args[0]!;
    const isArray = kind === "arrays";
    const rest = bits & ~nullish & ~(isArray ? 0 : kindBits[kind]);
    return rest === 0 && [...objects].every((one) => isArray && one.kind === "array");
  }

  /** The library function in restricted TypeScript that a method of arrays, strings or numbers is. */
  #preludeCallee(node: FlowNode): FunctionClone | undefined {
    const name = String(node.operation!.attributes.name);
    for (const kind of libraryKinds) {
      const target = preludeTarget(this.#flow, node, `prelude.${kind}.${name}`);
      if (target && node.targets.has(target) && this.#isOnly(node, kind)) return target;
    }
    return undefined;
  }

  /** Reading the method of undefined or null throws; after it the receiver is neither. Returns the block after it. */
  #checkReceiver(node: FlowNode, copy: Operation, into: Block): Block {
    const receiver = copy.args[0]!;
    const name = String(node.operation!.attributes.name);
    into.operations.push({
      op: "get_property",
      args: [receiver],
      result: variable(name, undefinedType),
      attributes: { name, check: true },
      span: copy.span,
    });
    const next = this.#afterRaising(node.state, into);
    const checked = variable("receiver", { ...slotType(node.args[0]!), undefined: false, null: false });
    next.operations.push({
      op: "refine",
      args: [receiver],
      result: checked,
      attributes: { test: "not_nullish" },
      span: copy.span,
    });
    copy.args[0] = checked;
    return next;
  }

  /** Inside a `try` an operation that may raise ends its block. */
  #afterRaising({ block: { exit } }: BlockState, into: Block): Block {
    if (exit.kind !== "except" || this.#flow.thrown.isEmpty) return into;
    const next = newBlock();
    const caught = variable(exit.caught.name, slotType(this.#clone.slotOf(exit.caught)));
    const handler = this.#link(exit.handler);
    const original = this.#variable(exit.caught);
    handler.args = handler.args.map((arg) => (arg === original ? caught : arg));
    into.exit = { kind: "except", normal: { target: next, args: [] }, caught, handler };
    this.#blocks.set(next, next);
    return next;
  }
}

function indexed({ op }: Operation): boolean {
  return op === "get_index" || op === "set_index";
}

const libraryKinds = ["arrays", "strings", "numbers", "booleans"] as const;
const kindBits = { arrays: 0, strings: bit.string, numbers: bit.number, booleans: anyBoolean };

/** What flow gave the result because the read might miss is not there. */
function excludeUndefined(result: Variable): void {
  if (isValueType(result.type)) result.type = { ...result.type, undefined: false };
}

function raises(operation: Operation | undefined): boolean {
  return operation !== undefined && opInfo(operation.op, "typed")?.raises === true;
}

const unreached: Exit = { kind: "stop", code: "internal", message: "flow does not come here" };

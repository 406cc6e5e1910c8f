/**
 * The translation of one function at work: its graph so far, where jumps lead, and the way back to the dispatch over
 * kinds of syntax, through which the families of syntax call each other.
 */
import type { Attribute, Block, Operand } from "../../graph/graph.ts";
import type { HighOpName } from "../../graph/ops.ts";
import type { Span } from "../../source/span.ts";
import { spanOf } from "../checker/spans.ts";
import type { ts } from "../checker/typescript.ts";
import type { ClassBinding, FunctionInfo } from "../names/bindings.ts";
import type { RefusalName } from "../refusals.ts";
import type { Awaiting } from "../suspending/awaiting.ts";
import type { Translation } from "../translation.ts";
import type { GraphBuilder } from "./ssa.ts";

/** The dispatch over syntax: what the families need of each other. */
export interface Syntax {
  statement(f: FunctionContext, node: ts.Statement): void;
  /** Statements that share a scope: its variables and hoisted functions first. */
  statements(f: FunctionContext, scope: ts.Node, list: readonly ts.Statement[]): void;
  expression(f: FunctionContext, node: ts.Expression): Operand;
  /** Evaluates for what it does; the value is not needed. */
  effect(f: FunctionContext, node: ts.Expression): void;
  /** Goes to `then` or `otherwise`, where tested variables get new names. */
  condition(f: FunctionContext, node: ts.Expression, then: Block, otherwise: Block): void;
  /** Declares the names of a pattern with the parts of a value. */
  declarePattern(f: FunctionContext, name: ts.BindingName, declaration: ts.Node, value: Operand): void;
  /** Assigns to a variable, property, element or pattern. */
  assign(f: FunctionContext, target: ts.Expression, value: Operand): void;
  callInChain(f: FunctionContext, node: ts.CallExpression, chain: Chain): Operand;
  /** A function expression, arrow function or method as a value. */
  functionValue(f: FunctionContext, info: FunctionInfo): Operand;
}

/** Where an optional chain goes when a link of it is null or undefined. */
export interface Chain {
  readonly stop: Block;
}

/** A construct that jumps may leave, innermost last. */
export type Enclosing =
  | {
      readonly kind: "target";
      /** The statement that `break` and `continue` name or mean. */
      readonly statement: ts.Node;
      readonly labels: readonly string[];
      /** Reached by `break` without a label. */
      readonly plain: boolean;
      readonly breakTo: Block;
      readonly continueTo: Block | undefined;
    }
  | { readonly kind: "iteration"; close(f: FunctionContext): void }
  | {
      readonly kind: "finally";
      /** Ways out that pass through the `finally`, each with a copy of it. */
      readonly exits: { readonly target: JumpTarget; readonly entry: Block }[];
      readonly handler: Block | undefined;
    };

/** Where a jump goes in the end. */
export type JumpTarget =
  | { readonly kind: "return"; readonly span: Span | undefined }
  | { readonly kind: "break" | "continue"; readonly to: Enclosing };

/** How the code of a function that can be suspended differs from that of others. */
export interface Suspension {
  /** In async functions and generators. */
  readonly awaiting?: Awaiting;
  /** `return` with a value, once every `finally` on the way has run. */
  end(value: Operand, span: Span | undefined): void;
  yields(value: Operand, node: ts.Node): Operand;
  yieldsAll(iterable: Operand, node: ts.Node): Operand;
  /** What `return` is given, before any `finally` runs. */
  returns?(value: Operand, node: ts.Node): Operand;
}

export class FunctionContext {
  readonly translation: Translation;
  readonly syntax: Syntax;
  readonly info: FunctionInfo;
  readonly builder: GraphBuilder;
  enclosing: Enclosing[] = [];
  /** In a generator or async function: what it stops and ends with. */
  suspension: Suspension | undefined;
  /** In the copy of a static method for a subclass: what `this` is. */
  staticClass: ClassBinding | undefined;

  constructor(translation: Translation, syntax: Syntax, info: FunctionInfo, builder: GraphBuilder) {
    this.translation = translation;
    this.syntax = syntax;
    this.info = info;
    this.builder = builder;
  }

  expression(node: ts.Expression): Operand {
    return this.syntax.expression(this, node);
  }

  emit(
    op: HighOpName,
    args: Operand[],
    node: ts.Node | undefined,
    attributes: Record<string, Attribute> = {},
  ): Operand {
    return this.builder.emit(op, args, node && spanOf(node), attributes);
  }

  refuse(node: ts.Node, name: RefusalName, placeholder = ""): Operand {
    return this.translation.refuse(node, name, placeholder);
  }

  /** A value that comes over several ways: the parameter of a block where they meet. */
  join(ways: (meet: (value: Operand) => void) => void): Operand {
    return this.builder.join(ways);
  }

  /** The value of one of two ways, by a test. */
  either(test: Operand, holds: () => Operand, otherwise: () => Operand): Operand {
    return this.builder.either(test, holds, otherwise);
  }
}

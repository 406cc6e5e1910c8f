/**
 * `using` and `await using`: what follows in the scope is a `try` of which the `finally` disposes of the value. Several
 * declarations nest, so that the last is disposed of first.
 */
import { constants, type Operand } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { Key } from "../functions/ssa.ts";
import type { Awaiting } from "../suspending/awaiting.ts";
import { usingOf } from "../tree/function-shape.ts";
import { temporary } from "../values/variables.ts";
import { withEnding } from "./exceptions.ts";

/** The statements of a scope, entered already. */
export function statementsInScope(f: FunctionContext, list: readonly ts.Statement[]): void {
  const declared = list.find(usingListOf);
  if (declared) inScope(f, declared, list.some(waits), (turns) => from(f, list, turns));
  else for (const one of list) f.syntax.statement(f, one);
}

function usingListOf(node: ts.Statement): ts.VariableDeclarationList | undefined {
  return tsc.isVariableStatement(node) && usingOf(node.declarationList) ? node.declarationList : undefined;
}

function waits(node: ts.Statement): boolean {
  const list = usingListOf(node);
  return list !== undefined && usingOf(list) === "await using";
}

function from(f: FunctionContext, list: readonly ts.Statement[], turns: Turns | undefined): void {
  for (const [i, one] of list.entries()) {
    const declared = usingListOf(one);
    if (declared) return declare(f, declared, 0, undefined, () => from(f, list.slice(i + 1), turns), turns);
    f.syntax.statement(f, one);
  }
}

/** The declaration of a loop, with the value that it is given if that is not its initialiser's. */
export function usingIn(
  f: FunctionContext,
  list: ts.VariableDeclarationList,
  rest: () => void,
  value?: Operand,
): void {
  inScope(f, list, usingOf(list) === "await using", (turns) => declare(f, list, 0, value, rest, turns));
}

/** Runs a scope, and then lets the turns pass that its disposals have taken on today's engines. */
function inScope(
  f: FunctionContext,
  node: ts.Node,
  isAsync: boolean,
  run: (turns: Turns | undefined) => void,
): void {
  if (!isAsync) return run(undefined);
  const awaiting = f.suspension?.awaiting;
  if (!awaiting) {
    f.refuse(node, "await");
    return;
  }
  const turns = new Turns(f, awaiting, node);
  withEnding(
    f,
    node,
    () => run(turns),
    () => turns.settle(),
  );
}

/** Declares the variables of a list from the one at `at` on; then comes the rest of the scope. */
function declare(
  f: FunctionContext,
  list: ts.VariableDeclarationList,
  at: number,
  given: Operand | undefined,
  rest: () => void,
  turns: Turns | undefined,
): void {
  const one = list.declarations[at];
  if (!one) return rest();
  const value = given ?? (one.initializer ? f.expression(one.initializer) : constants.undefined);
  const isAsync = turns !== undefined && usingOf(list) === "await using";
  const dispose = isAsync ? turns.disposing(value, one) : disposing(f, value, one, turns);
  f.syntax.declarePattern(f, one.name, one, value);
  withEnding(
    f,
    one,
    () => declare(f, list, at + 1, undefined, rest, turns),
    (thrown) => (thrown ? suppressing(f, dispose, thrown, one) : dispose()),
  );
}

/** Finds the method that is to be called at the end; gives the code that does it. */
function disposing(f: FunctionContext, value: Operand, node: ts.Node, turns: Turns | undefined): () => void {
  const method = callPrelude(f, "disposal.disposerOf", [value], node);
  return () => {
    turns?.beforeSync();
    whereDefined(f, method, node, () => {
      f.emit("call_value", [method, value], node, { shown: "dispose", self: true });
    });
  };
}

/** Something has been thrown already: what disposing throws now has it inside. */
function suppressing(f: FunctionContext, dispose: () => void, thrown: Operand, node: ts.Node): void {
  const { builder } = f;
  const outer = builder.handler;
  const handler = builder.handlerBlock("failed");
  const after = builder.block();
  builder.handler = handler;
  dispose();
  builder.handler = outer;
  builder.jump(after);
  const failed = handler.params[0];
  if (builder.isReached(handler) && failed) {
    builder.sealAndStart(handler);
    builder.raise(callPrelude(f, "disposal.suppressingError", [failed, thrown], node), spanOf(node));
  } else builder.seal(handler);
  builder.sealAndStart(after);
}

function callPrelude(f: FunctionContext, name: string, args: Operand[], node: ts.Node): Operand {
  const target = f.translation.preludeFunctionNamed(`prelude.${name}`);
  return target ? f.emit("call", args, node, { function: target.name }) : f.refuse(node, "using");
}

function whereDefined(
  f: FunctionContext,
  value: Operand,
  node: ts.Node,
  then: () => void,
  otherwise: () => void = () => {},
): void {
  const { builder } = f;
  const [yes, no, after] = [builder.block(), builder.block(), builder.block()];
  builder.branch(f.emit("strict_equal", [value, constants.undefined], node), no, yes);
  builder.sealAndStart(yes);
  then();
  builder.jump(after);
  builder.sealAndStart(no);
  otherwise();
  builder.jump(after);
  builder.sealAndStart(after);
}

/** Of the state of a scope with `await using`: something was null. */
const skipped = 1;
/** Something was disposed of that had to be waited for. */
const disposed = 2;

/** How the disposals of a scope with `await using` wait. */
class Turns {
  readonly #f: FunctionContext;
  readonly #awaiting: Awaiting;
  readonly #node: ts.Node;
  readonly #state = temporary("state");
  readonly #waits = temporary("waits");

  constructor(f: FunctionContext, awaiting: Awaiting, node: ts.Node) {
    this.#f = f;
    this.#awaiting = awaiting;
    this.#node = node;
    f.builder.write(this.#state, constants.int(0));
    f.builder.write(this.#waits, constants.int(0));
  }

  /** Like `disposing`, of an `await using`. */
  disposing(value: Operand, node: ts.Node): () => void {
    const f = this.#f;
    const found = callPrelude(f, "disposal-async.asyncDisposerOf", [value], node);
    const method = callPrelude(f, "disposal-async.anyDisposerOf", [value, found], node);
    const isSync = f.emit("strict_equal", [found, constants.undefined], node);
    const dispose = (): void => {
      const given = callPrelude(f, "disposal-async.disposeAsync", [value, method, isSync], node);
      this.#update("bit_or", this.#state, disposed);
      this.#wait(given);
    };
    return () => whereDefined(f, method, node, dispose, () => this.#update("bit_or", this.#state, skipped));
  }

  /** What is not waited for comes a turn after what was null. */
  beforeSync(): void {
    const { builder } = this.#f;
    const [turn, after] = [builder.block(), builder.block()];
    const isOwed = this.#emit("strict_equal", builder.read(this.#state), constants.int(skipped));
    builder.branch(isOwed, turn, after);
    builder.sealAndStart(turn);
    builder.write(this.#state, constants.int(0));
    this.#wait(constants.undefined);
    builder.jump(after);
    builder.sealAndStart(after);
  }

  /** The end of the scope. */
  settle(): void {
    const f = this.#f;
    const { builder } = f;
    const left = temporary("left");
    const counts = [builder.read(this.#state), builder.read(this.#waits)];
    builder.write(left, callPrelude(f, "disposal-async.turnsLeft", counts, this.#node));
    const [header, turn, after] = [builder.block(), builder.block(), builder.block()];
    builder.jump(header);
    builder.start(header);
    builder.branch(this.#emit("greater", builder.read(left), constants.int(0)), turn, after);
    builder.sealAndStart(turn);
    this.#awaiting.awaits(constants.undefined, this.#node);
    this.#update("sub", left, 1);
    builder.jump(header);
    builder.seal(header);
    builder.sealAndStart(after);
  }

  #wait(given: Operand): void {
    this.#update("add", this.#waits, 1);
    this.#awaiting.awaits(given, this.#node);
  }

  #emit(op: "strict_equal" | "greater", left: Operand, right: Operand): Operand {
    return this.#f.emit(op, [left, right], this.#node);
  }

  #update(op: "add" | "sub" | "bit_or", key: Key, by: number): void {
    const { builder } = this.#f;
    builder.write(key, this.#f.emit(op, [builder.read(key), constants.int(by)], this.#node));
  }
}

/** `break`, `continue` and `return`: out of loops and through `finally`. */
import { constants, type Operand, variable } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { returnFromConstructor } from "../classes/replaced-instances.ts";
import type { Enclosing, FunctionContext, JumpTarget } from "../functions/function-context.ts";

export function returnStatement(f: FunctionContext, node: ts.ReturnStatement): void {
  if (tsc.isConstructorDeclaration(f.info.node)) {
    returnFromConstructor(f, node);
    return leave(f, { kind: "return", span: spanOf(node) }, undefined);
  }
  let value: Operand = node.expression ? f.expression(node.expression) : constants.undefined;
  if (node.expression && f.suspension?.returns) value = f.suspension.returns(value, node);
  leave(f, { kind: "return", span: spanOf(node) }, value);
}

export function breakStatement(f: FunctionContext, node: ts.BreakOrContinueStatement): void {
  const isBreak = node.kind === tsc.SyntaxKind.BreakStatement;
  for (let i = f.enclosing.length - 1; i >= 0; i--) {
    const one = f.enclosing[i];
    if (one?.kind !== "target") continue;
    const fits = node.label
      ? one.labels.includes(node.label.text)
      : isBreak
        ? one.plain
        : one.continueTo !== undefined;
    if (fits) return leave(f, { kind: isBreak ? "break" : "continue", to: one }, undefined);
  }
  f.refuse(node, "syntax", "a jump to nowhere");
}

/** Jumps out, through what encloses the current place: loops are closed, `finally` blocks run. */
export function leave(f: FunctionContext, target: JumpTarget, value: Operand | undefined): void {
  for (let i = f.enclosing.length - 1; i >= 0; i--) {
    const one = f.enclosing[i] as Enclosing;
    if (target.kind !== "return" && one === target.to && one.kind === "target") {
      const to = target.kind === "break" ? one.breakTo : one.continueTo;
      if (to) f.builder.jump(to);
      return;
    }
    // `continue` of an outer loop closes the inner ones, its own goes on.
    if (one.kind === "iteration") {
      const own = f.enclosing[i - 1];
      if (target.kind !== "continue" || target.to !== own) one.close(f);
    }
    if (one.kind === "finally") return throughFinally(f, one, target, value);
  }
  if (target.kind !== "return") return;
  const result = value ?? constants.undefined;
  if (f.suspension) f.suspension.end(result, target.span);
  else f.builder.return(result, target.span);
}

/** All jumps to one target share a copy of the `finally` block. */
function throughFinally(
  f: FunctionContext,
  through: Extract<Enclosing, { kind: "finally" }>,
  target: JumpTarget,
  value: Operand | undefined,
): void {
  const same = (other: JumpTarget): boolean =>
    other.kind === target.kind &&
    (other.kind === "return" || target.kind === "return" || other.to === target.to);
  let exit = through.exits.find((one) => same(one.target));
  if (!exit) {
    const entry = target.kind === "return" ? f.builder.block(variable("returned", "any")) : f.builder.block();
    exit = { target, entry };
    through.exits.push(exit);
  }
  if (target.kind === "return") f.builder.jump(exit.entry, value ?? constants.undefined);
  else f.builder.jump(exit.entry);
}

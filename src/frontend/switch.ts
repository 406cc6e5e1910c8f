/** `switch`: the labels are compared in order, the clauses fall through. */
import { isVariable } from "../graph/graph.ts";
import type { FunctionContext } from "./function-context.ts";
import { hoistFunctions } from "./functions.ts";
import { spanOf } from "./spans.ts";
import { skipErased } from "./syntax-tree.ts";
import { type ts, tsc } from "./typescript.ts";
import { enterScope, refinableVariable } from "./variables.ts";

export function switchStatement(
  f: FunctionContext,
  node: ts.SwitchStatement,
  labels: readonly string[],
): void {
  const { builder } = f;
  const value = f.expression(node.expression);
  const tested = refinableVariable(f, skipErased(node.expression));
  const { clauses } = node.caseBlock;
  const entries = clauses.map(() => builder.block());
  const after = builder.block();
  enterScope(f, node.caseBlock);
  hoistFunctions(
    f,
    clauses.flatMap((one) => [...one.statements]),
  );

  clauses.forEach((clause, i) => {
    const entry = entries[i];
    if (!tsc.isCaseClause(clause) || !entry) return;
    const label = f.expression(clause.expression);
    const equal = f.emit("strict_equal", [value, label], clause.expression);
    const otherwise = builder.block();
    if (tested && isVariable(value) && builder.read(tested) === value) {
      const learned = builder.block();
      builder.branch(equal, learned, otherwise);
      builder.sealAndStart(learned);
      const unit = label.kind === "undefined" || label.kind === "null";
      const attributes = { test: unit ? label.kind : "equal" };
      const origin = { test: {}, holds: true, span: spanOf(clause.expression) };
      builder.write(tested, builder.refine(value, unit ? [] : [label], attributes, origin));
      builder.jump(entry);
    } else builder.branch(equal, entry, otherwise);
    builder.sealAndStart(otherwise);
  });
  const fallback = clauses.findIndex((one) => tsc.isDefaultClause(one));
  builder.jump(entries[fallback] ?? after);

  f.enclosing.push({
    kind: "target",
    statement: node,
    labels,
    plain: true,
    breakTo: after,
    continueTo: undefined,
  });
  clauses.forEach((clause, i) => {
    const entry = entries[i];
    if (!entry) return;
    // The clause before falls through to here.
    if (i > 0) builder.jump(entry);
    builder.sealAndStart(entry);
    for (const one of clause.statements) f.syntax.statement(f, one);
  });
  f.enclosing.pop();
  builder.jump(after);
  builder.sealAndStart(after);
}

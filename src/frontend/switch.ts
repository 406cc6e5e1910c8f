/** `switch`: the labels are compared in order, the clauses fall through. */
import type { Operand } from "../graph/graph.ts";
import { equalFacts, learn } from "./conditions.ts";
import type { FunctionContext } from "./function-context.ts";
import { hoistFunctions } from "./functions.ts";
import { type ts, tsc } from "./typescript.ts";
import { enterScope } from "./variables.ts";

/** The default clause of a longer switch does not know which values it does not get. */
const mostExcluded = 32;

export function switchStatement(
  f: FunctionContext,
  node: ts.SwitchStatement,
  labels: readonly string[],
): void {
  const { builder } = f;
  const value = f.expression(node.expression);
  const { clauses } = node.caseBlock;
  const entries = clauses.map(() => builder.block());
  const after = builder.block();
  const labelOperands: Operand[] = [];
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
    const facts = equalFacts(f, node.expression, value, label, "strict_equal", true);
    if (facts.length > 0) {
      const learned = builder.block();
      builder.branch(equal, learned, otherwise);
      builder.sealAndStart(learned);
      learn(f, facts, { keys: new Map(), holds: true, node: clause.expression });
      builder.jump(entry);
    } else builder.branch(equal, entry, otherwise);
    builder.sealAndStart(otherwise);
    labelOperands.push(label);
  });
  if (clauses.some((one) => tsc.isDefaultClause(one)) && labelOperands.length <= mostExcluded) {
    const excluded = labelOperands.flatMap((label) =>
      equalFacts(f, node.expression, value, label, "strict_equal", false),
    );
    learn(f, excluded, { keys: new Map(), holds: false, node: node.expression });
  }
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

/** `switch`: the labels are compared in order, the clauses fall through. */
import type { Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { hoistFunctions } from "../functions/functions.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { enterScope } from "../values/variables.ts";
import { type Fact, fact, learn } from "./facts.ts";
import { equalFacts } from "./test-expressions.ts";

/** The default clause of a longer switch does not know which values it does not get. */
const mostExcluded = 32;

/** What is compared, and what being equal to a label, or not, tells. */
interface Subject {
  readonly value: Operand;
  factsOf(label: Operand, equal: boolean): Fact[];
}

function subjectOf(f: FunctionContext, given: ts.Expression): Subject {
  const node = skipErased(given);
  if (tsc.isTypeOfExpression(node)) {
    const tested = skipErased(node.expression);
    const operand = f.expression(tested);
    return {
      value: f.emit("typeof", [operand], node),
      factsOf: (label, equal) =>
        label.kind === "string"
          ? fact(f, tested, operand, { test: equal ? "typeof" : "not_typeof", kind: label.value })
          : [],
    };
  }
  const value = f.expression(node);
  return { value, factsOf: (label, equal) => equalFacts(f, node, value, label, "strict_equal", equal) };
}

export function switchStatement(
  f: FunctionContext,
  node: ts.SwitchStatement,
  labels: readonly string[],
): void {
  const { builder } = f;
  const { value, factsOf } = subjectOf(f, node.expression);
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
    const facts = factsOf(label, true);
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
    const excluded = labelOperands.flatMap((label) => factsOf(label, false));
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

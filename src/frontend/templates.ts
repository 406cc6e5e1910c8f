import { constants, type Operand } from "../graph/graph.ts";
import type { FunctionContext } from "./function-context.ts";
import type { ts } from "./typescript.ts";

/** Each part is converted to a string as soon as it is evaluated. */
export function templateExpression(f: FunctionContext, node: ts.TemplateExpression): Operand {
  const parts: Operand[] = [];
  const addText = (text: string): void => {
    if (text !== "") parts.push(constants.string(text));
  };
  addText(node.head.text);
  for (const span of node.templateSpans) {
    parts.push(f.emit("to_string", [f.expression(span.expression)], span.expression));
    addText(span.literal.text);
  }
  const [only] = parts;
  return parts.length === 1 && only ? only : f.emit("concat", parts, node);
}

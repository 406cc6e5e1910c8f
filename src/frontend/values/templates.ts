import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { temporary } from "./variables.ts";

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

/** The expressions between the texts. */
export function templateValues(template: ts.TemplateLiteral): ts.Expression[] {
  return tsc.isNoSubstitutionTemplateLiteral(template)
    ? []
    : template.templateSpans.map((one) => one.expression);
}

function literalsOf(template: ts.TemplateLiteral): ts.TemplateLiteralLikeNode[] {
  return tsc.isNoSubstitutionTemplateLiteral(template)
    ? [template]
    : [template.head, ...template.templateSpans.map((one) => one.literal)];
}

/** A text as it is written, escapes and all. */
function rawText(node: ts.TemplateLiteralLikeNode): string {
  const written = node.getText();
  const end =
    node.kind === tsc.SyntaxKind.TemplateHead || node.kind === tsc.SyntaxKind.TemplateMiddle ? 2 : 1;
  return written.slice(1, written.length - end).replace(/\r\n?/g, "\n");
}

export function rawTemplate(f: FunctionContext, template: ts.TemplateLiteral): Operand {
  const [first, ...rest] = literalsOf(template).map((one) => constants.string(rawText(one)));
  const parts: Operand[] = [first!];
  templateValues(template).forEach((value, i) => {
    parts.push(f.emit("to_string", [f.expression(value)], value), rest[i]!);
  });
  return f.emit("concat", parts, template);
}

/** The array of a tagged template's texts: one for each place in the source, made when it is first needed. */
export function templateTexts(f: FunctionContext, template: ts.TemplateLiteral): Operand {
  const { translation, builder } = f;
  const name = translation.classOfLiteral(template, f.info, "array", []).name;
  const { globals } = translation.program;
  if (!globals.has(name)) globals.set(name, { name, type: "any", initial: constants.null, span: undefined });
  const texts = temporary("texts");
  builder.write(texts, f.emit("get_global", [], template, { name }));
  const make = builder.block();
  const after = builder.block();
  builder.branch(f.emit("strict_equal", [builder.read(texts), constants.null], template), make, after);
  builder.sealAndStart(make);
  const literals = literalsOf(template).map((one) => constants.string(one.text));
  const made = f.emit("new_array", literals, template, { class: name });
  f.emit("set_global", [made], template, { name });
  builder.write(texts, made);
  builder.jump(after);
  builder.sealAndStart(after);
  return f.emit("refine", [builder.read(texts)], template, { test: "not_null" });
}

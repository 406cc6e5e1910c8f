/** Calls of `assert` itself, and of `ok`: what fails shows the text of the call. */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { isHostModule } from "../modules/modules.ts";
import type { FunctionInfo } from "../names/bindings.ts";
import type { Translation } from "../translation.ts";

const ofCallable = "node.assert.assert";
const showsText = new Set([ofCallable, "node.assert.ok"]);

/** What a call of a module means: of Node's only `assert` can be called. */
export function calledModule(translation: Translation, callee: ts.Expression): FunctionInfo | undefined {
  if (!tsc.isIdentifier(callee) && !tsc.isPropertyAccessExpression(callee)) return undefined;
  const name = tsc.isIdentifier(callee) ? callee : callee.name;
  const file = translation.names.symbolOf(name)?.valueDeclaration;
  if (!file || !tsc.isSourceFile(file) || !isHostModule(file) || !/assert(-strict)?\.ts$/.test(file.fileName))
    return undefined;
  return translation.preludeFunctionNamed(ofCallable);
}

/** The arguments with the call's text behind them, where there is no message. */
export function withCallText(
  target: FunctionInfo,
  node: ts.CallExpression,
  args: readonly Operand[],
): readonly Operand[] {
  if (!showsText.has(target.name) || args.length > 1) return args;
  const missing = Array.from({ length: 2 - args.length }, () => constants.undefined);
  return [...args, ...missing, constants.string(textOf(node))];
}

/** As the program's JavaScript has it. */
function textOf(node: ts.CallExpression): string {
  const compilerOptions = { target: tsc.ScriptTarget.ES2022, removeComments: false };
  const { outputText } = tsc.transpileModule(node.getText(), { compilerOptions });
  return outputText
    .replace(/^"use strict";/, "")
    .trim()
    .replace(/;$/, "");
}

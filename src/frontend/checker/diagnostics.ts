/** What TypeScript itself says of a program: which of it are errors, which warnings, and what is told elsewhere. */

import type { Messages } from "../../source/messages.ts";
import type { SourceProgram } from "./source-program.ts";
import { spanOfRange } from "./spans.ts";
import { type ts, tsc } from "./typescript.ts";

function diagnosticsOf(program: ts.Program, files: readonly ts.SourceFile[]): ts.Diagnostic[] {
  const told: ts.Diagnostic[] = [...program.getGlobalDiagnostics()];
  for (const file of files) {
    const syntactic = program.getSyntacticDiagnostics(file);
    told.push(...(syntactic.length > 0 ? syntactic : program.getSemanticDiagnostics(file)));
  }
  return told.filter(
    (one) =>
      one.category === tsc.DiagnosticCategory.Error &&
      !isAboutModuleName(one) &&
      !aboutDecorators.has(one.code),
  );
}

function endOf(one: ts.Diagnostic): number {
  return (one.start ?? 0) + Math.max(1, one.length ?? 1);
}

/** Of these what TypeScript says without `strict` too, at the same place. */
function withoutStrict(source: SourceProgram, strict: readonly ts.Diagnostic[]): Set<ts.Diagnostic> {
  const lenient = source.lenient();
  const named = new Set(strict.flatMap((one) => (one.file ? [one.file.fileName] : [])));
  const files = [...named].flatMap((name) => lenient.getSourceFile(name) ?? []);
  const places = diagnosticsOf(lenient, files);
  const meet = (a: ts.Diagnostic, b: ts.Diagnostic): boolean =>
    a.file?.fileName === b.file?.fileName && (a.start ?? 0) < endOf(b) && (b.start ?? 0) < endOf(a);
  return new Set(strict.filter((one) => places.some((other) => meet(one, other))));
}

/**
 * What TypeScript has begun to advise against, about programs of which it still knows the types: `module N {}` for
 * `namespace N {}`, comparisons with `NaN`, operands of `??` and conditions that are always one way.
 */
const advice = new Set([1540, 2845, 2869, 2870, 2871, 2872, 2873]);

/**
 * What TypeScript itself has to say, in its own words. What it says under `strict` alone (implicit `any`, possible null)
 * refuses nothing: flow finds out, and checks. Modules it cannot find are told by `modules.ts`.
 */
export function reportDiagnostics(
  source: SourceProgram,
  files: readonly ts.SourceFile[],
  messages: Messages,
): void {
  const { program } = source;
  const told = diagnosticsOf(program, files);
  const errors = told.length > 0 ? withoutStrict(source, told) : new Set();
  for (const one of told) {
    const text = tsc.flattenDiagnosticMessageText(one.messageText, "\n  ");
    const span =
      one.file && one.start !== undefined
        ? spanOfRange(one.file, one.start, one.start + (one.length ?? 1))
        : undefined;
    const related = (one.relatedInformation ?? []).flatMap(({ file, start, length, messageText }) =>
      file && start !== undefined && !program.isSourceFileDefaultLibrary(file)
        ? [
            {
              span: spanOfRange(file, start, start + (length ?? 1)),
              label: tsc.flattenDiagnosticMessageText(messageText, "\n  "),
            },
          ]
        : [],
    );
    const details = related.length > 0 ? { related } : {};
    if (errors.has(one) && !advice.has(one.code)) messages.error(`TS${one.code}`, span, text, details);
    else messages.warning(`TS${one.code}`, span, text, details);
  }
}

/** Which function fits as a decorator: all of them are refused, also those of the kind before ECMAScript's. */
const aboutDecorators = new Set([1238, 1239, 1240, 1241, 1270, 1271, 1278, 1279]);

/** The default export of `assert` may be called: here it is a namespace. */
function isAboutModuleName(one: ts.Diagnostic): boolean {
  const callsAssert = one.code === 2349 && /modules\/assert/.test(JSON.stringify(one.messageText));
  return (
    callsAssert ||
    one.code === 2307 ||
    one.code === 2591 ||
    one.code === 2580 ||
    one.code === 7016 ||
    one.code === 2732
  );
}

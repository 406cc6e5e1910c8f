/**
 * `heddle/editor`: a plugin of TypeScript's language service that shows what Heddle refuses while one types.
 *
 *   // tsconfig.json
 *   { "compilerOptions": { "plugins": [{ "name": "heddle/editor", "entries": ["src/main.ts"] }] } }
 *
 * A program is checked from its entries on (without any: from each file that is looked at), on a thread of its own. Asked
 * for a file's errors the plugin answers at once with what the last check said, and when the next one is done the
 * editor is told to ask again.
 */
import path from "node:path";
import type ts from "typescript";
import { Checks } from "./checks.ts";
import type { CheckedMessage, Place } from "./protocol.ts";

export function plugin({ typescript }: { readonly typescript: typeof ts }): ts.server.PluginModule {
  return {
    create(info) {
      const { project, languageService } = info;
      const checks = new Checks({
        onAnswer: () => project.refreshDiagnostics(),
        onFault: (text) => project.projectService.logger.info(`heddle: ${text}`),
      });
      const folder = project.getCurrentDirectory();
      const listed = (info.config as { readonly entries?: readonly string[] }).entries ?? [];
      const entries = listed.map((one) => path.resolve(folder, one));

      const refusals = (fileName: string): ts.Diagnostic[] => {
        const program = languageService.getProgram();
        if (!program) return [];
        const texts = new Map<string, ts.SourceFile>();
        for (const file of program.getSourceFiles())
          if (!file.isDeclarationFile) texts.set(path.resolve(file.fileName), file);
        const name = path.resolve(fileName);
        const found = (entries.length > 0 ? entries : [name]).flatMap((entry) => checks.of(entry, texts));
        const here = found.filter(
          ({ place }) => place.file === name && checks.isCurrent(place, texts.get(name)?.text),
        );
        return unique(here).flatMap((one) => diagnosticOf(typescript, one, texts) ?? []);
      };

      const proxy = Object.create(languageService) as ts.LanguageService;
      proxy.getSemanticDiagnostics = (fileName) => [
        ...languageService.getSemanticDiagnostics(fileName),
        ...refusals(fileName),
      ];
      proxy.dispose = () => {
        checks.end();
        languageService.dispose();
      };
      return proxy;
    },
  };
}

/** Two entries may meet the same file. */
function unique(messages: readonly CheckedMessage[]): CheckedMessage[] {
  const all = messages.map(
    (one) => [`${one.place.line}:${one.place.column} ${one.code} ${one.text}`, one] as const,
  );
  return [...new Map(all).values()];
}

function diagnosticOf(
  typescript: typeof ts,
  { place, code, severity, text, help, related }: CheckedMessage,
  files: ReadonlyMap<string, ts.SourceFile>,
): ts.Diagnostic | undefined {
  const categories = typescript.DiagnosticCategory;
  const number = Number(code.slice(1));
  const at = ({ file, line, column, length }: Place) => {
    const source = files.get(file);
    if (!source || line > source.getLineStarts().length) return undefined;
    const start = source.getPositionOfLineAndCharacter(line - 1, 0) + column - 1;
    return { file: source, start: Math.min(start, source.text.length), length };
  };
  const where = at(place);
  if (!where) return undefined;
  const relatedInformation = related.flatMap((one) => {
    const there = at(one.place);
    return there ? [{ ...there, category: categories.Message, code: number, messageText: one.text }] : [];
  });
  return {
    ...where,
    category: severity === "error" ? categories.Error : categories.Warning,
    code: number,
    source: "heddle",
    messageText: help === undefined ? `${code}: ${text}` : `${code}: ${text}\n${help}`,
    relatedInformation,
  };
}

import path from "node:path";
import type { Span } from "../../source/span.ts";
import type { ts } from "./typescript.ts";

const shownNames = new WeakMap<ts.SourceFile, string>();

/** A file's name as messages show it: relative to the working directory, with forward slashes. */
export function shownName(fileName: string): string {
  const relative = path.relative(process.cwd(), fileName);
  return relative.split(path.sep).join("/");
}

function shownNameOf(file: ts.SourceFile): string {
  let name = shownNames.get(file);
  if (name === undefined) {
    name = shownName(file.fileName);
    shownNames.set(file, name);
  }
  return name;
}

/** The span of a range of characters, cut at the end of its first line. */
export function spanOfRange(file: ts.SourceFile, start: number, end: number): Span {
  const place = file.getLineAndCharacterOfPosition(start);
  const nextLine = file.getLineStarts()[place.line + 1] ?? file.text.length;
  let last = Math.min(end, nextLine);
  while (last > start && /\s/.test(file.text[last - 1] ?? "")) last--;
  return {
    file: shownNameOf(file),
    line: place.line + 1,
    column: place.character + 1,
    length: Math.max(1, last - start),
  };
}

export function spanOf(node: ts.Node): Span {
  const file = node.getSourceFile();
  return spanOfRange(file, node.getStart(file), node.getEnd());
}

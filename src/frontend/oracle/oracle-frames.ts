/**
 * Runs on Node before a program that `transpile` wrote: error stacks then show one frame, the innermost of the
 * program's own, at its place in the TypeScript source. That is what a translated program knows of an error
 * (docs/decisions/error-stacks.md); Node's other frames name its own files and differ from version to version.
 */
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const maps = new Map<string, SourceMap | undefined>();

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) {
    let map: SourceMap | undefined;
    try {
      map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")));
    } catch {
      // No file of the program's.
    }
    maps.set(file, map);
  }
  return maps.get(file);
}

/** `name (file.ts:line:column)` of a frame; undefined if it is none of the program's. */
function frameText(site: NodeJS.CallSite): string | undefined {
  const url = site.getFileName();
  if (!url?.startsWith("file:")) return undefined;
  const entry = mapOf(fileURLToPath(url))?.findEntry(
    (site.getLineNumber() ?? 1) - 1,
    (site.getColumnNumber() ?? 1) - 1,
  );
  if (!entry || !("originalSource" in entry)) return undefined;
  const file = path.relative(process.cwd(), entry.originalSource).split(path.sep).join("/");
  const place = `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  const initializer = site.getFunctionName()?.startsWith("<") === true;
  const name = initializer ? site.getTypeName() : site.getFunctionName()?.replace(/^[gs]et /, "");
  return name ? `${name} (${place})` : place;
}

function headingOf(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}

Error.prepareStackTrace = (error, sites) => {
  for (const site of sites) {
    const frame = frameText(site);
    if (frame !== undefined) return `${headingOf(error)}\n    at ${frame}`;
  }
  return `${headingOf(error)}\n    at <anonymous>`;
};

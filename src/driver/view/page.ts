/** `heddle view`: one HTML page that holds all it needs. Graphs are compressed; the page unpacks those that it shows. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Remark } from "../../source/remarks.ts";
import { packageRoot } from "../paths.ts";
import type { Recorder, ViewedFunction } from "./recorder.ts";
import { isShown } from "./recorder.ts";

const pageFolder = path.join(packageRoot, "src", "driver", "view", "page");

/** What view.js reads. */
function pageData(
  title: string,
  recorder: Recorder,
  sources: ReadonlyMap<string, string>,
  remarks: readonly Remark[],
): object {
  const files = [...sources].filter(([name]) => isShown(name)).map(([name, text]) => ({ name, text }));
  const known = new Set(files.map(({ name }) => name));
  return {
    title,
    files,
    stages: recorder.stages,
    functions: [...recorder.functions.values()].filter(({ file }) => known.has(file)).map(packed),
    remarks: remarks.flatMap(({ from, span, text }) =>
      span && known.has(span.file)
        ? [{ from, text, file: span.file, line: span.line, column: span.column, length: span.length }]
        : [],
    ),
  };
}

function packed({ label, file, line, lines, graphs }: ViewedFunction): object {
  const named = [...graphs].map(([name, versions]) => ({
    name,
    stages: versions.map(({ stage, text }) => (text === undefined ? -1 - stage : stage)),
  }));
  const texts = [...graphs.values()].flatMap((versions) => versions.flatMap(({ text }) => text ?? []));
  const graphTexts = deflateRawSync(JSON.stringify(byLines(texts)), { level: 9 }).toString("base64");
  return { label, file, line, lines: [...lines].sort((a, b) => a - b), graphs: named, graphTexts };
}

/** Versions share most of their lines: each line once, and each text as the numbers of its lines. */
function byLines(texts: readonly string[]): { lines: string[]; texts: number[][] } {
  const numbers = new Map<string, number>();
  const numberOf = (line: string): number => {
    const number = numbers.get(line) ?? numbers.size;
    numbers.set(line, number);
    return number;
  };
  const encoded = texts.map((text) => text.split("\n").map(numberOf));
  // A line most often follows the one before it in the table, too.
  const steps = encoded.map((all) => all.map((number, index) => number - (all[index - 1] ?? -1) - 1));
  return { lines: [...numbers.keys()], texts: steps };
}

export function viewPage(
  title: string,
  recorder: Recorder,
  sources: ReadonlyMap<string, string>,
  remarks: readonly Remark[],
): string {
  const read = (name: string): string => readFileSync(path.join(pageFolder, name), "utf8");
  const dagre = readFileSync(
    createRequire(import.meta.url)
      .resolve("@dagrejs/dagre")
      .replace(/dagre[^/]*$/, "dagre.min.js"),
    "utf8",
  ).replace(/\n\/\/# sourceMappingURL.*/, "");
  // A script ends at its first end tag, wherever that stands.
  const data = JSON.stringify(pageData(title, recorder, sources, remarks)).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</title>
<style>
${read("view.css")}</style>
</head>
<body>
${read("view.html")}<script type="application/json" id="data">${data}</script>
<script type="text/plain" id="dagre">${dagre}</script>
<script type="module">
${read("layout.js")}
${read("view.js")}</script>
</body>
</html>
`;
}

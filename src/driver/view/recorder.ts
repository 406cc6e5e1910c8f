/** Keeps the graphs of a program's own functions after each stage and pass that changed them. */
import path from "node:path";
import { functionTitle } from "../../graph/function-title.ts";
import type { Graph } from "../../graph/graph.ts";
import { printGraph } from "../../graph/print.ts";
import type { Program } from "../../graph/program.ts";
import type { Span } from "../../source/span.ts";
import { packageRoot } from "../paths.ts";

/** A graph's text from a stage on; undefined: it is gone. */
export interface Version {
  readonly stage: number;
  readonly text: string | undefined;
}

/** A function of the source with all graphs that it became: flow may make several of one. */
export interface ViewedFunction {
  readonly label: string;
  readonly file: string;
  readonly line: number;
  /** The lines that have operations of its own. */
  readonly lines: Set<number>;
  /** By the graph's name. */
  readonly graphs: Map<string, Version[]>;
}

const ownFolder = path.join(packageRoot, "src") + path.sep;

/** Heddle's own code is not shown. */
export function isShown(file: string): boolean {
  return !path.resolve(file).startsWith(ownFolder);
}

export class Recorder {
  readonly stages: string[] = [];
  readonly functions = new Map<string, ViewedFunction>();
  /** The function that a graph was made of. */
  readonly #owners = new Map<string, ViewedFunction | undefined>();

  readonly watch = (stage: string, program: Program): void => {
    // The last pass shows what `passes` would; linking changes no function of the program's own.
    if (stage === "passes" || stage === "link") return;
    const index = this.stages.push(stage) - 1;
    for (const graph of program.functions.values()) {
      const owner = this.#ownerOf(graph);
      if (!owner) continue;
      const versions = owner.graphs.get(graph.name) ?? [];
      owner.graphs.set(graph.name, versions);
      const text = printGraph(graph);
      if (versions.at(-1)?.text !== text) versions.push({ stage: index, text });
    }
    for (const { graphs } of this.functions.values())
      for (const [name, versions] of graphs)
        if (!program.functions.has(name) && versions.at(-1)?.text !== undefined)
          versions.push({ stage: index, text: undefined });
  };

  #ownerOf(graph: Graph): ViewedFunction | undefined {
    if (this.#owners.has(graph.name)) return this.#owners.get(graph.name);
    const place = placeOf(graph);
    const isOwn = place !== undefined && !graph.system && isShown(place.file);
    const owner = isOwn ? this.#functionAt(graph, place) : undefined;
    this.#owners.set(graph.name, owner);
    return owner;
  }

  #functionAt(graph: Graph, { file, line, column }: Span): ViewedFunction {
    // The statements of a module have no place of their own.
    const key = graph.span ? `${file}:${line}:${column}` : `${file} ${graph.displayName}`;
    let found = this.functions.get(key);
    if (!found) {
      const label = graph.span ? functionTitle(graph) : "the module's statements";
      found = { label, file, line: graph.span ? line : 1, lines: new Set(), graphs: new Map() };
      this.functions.set(key, found);
    }
    // Later graphs have operations of inlined functions, too.
    if (this.stages.length === 1)
      for (const { operations } of graph.blocks)
        for (const { span } of operations) if (span?.file === file) found.lines.add(span.line);
    return found;
  }
}

function placeOf(graph: Graph): Span | undefined {
  if (graph.span) return graph.span;
  for (const { operations } of graph.blocks)
    for (const { span } of operations) if (span && !span.inlinedAt) return span;
  return undefined;
}

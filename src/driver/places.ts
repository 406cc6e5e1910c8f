/** Places of the source by numbers, with the functions in which they stand, for programs that can be profiled. */
import { type PlaceRow, programName } from "../backend/c/tables.ts";
import { functionTitle } from "../graph/function-title.ts";
import type { Graph } from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import { printSpan, type Span } from "../source/span.ts";

interface Extent {
  readonly name: string;
  readonly first: number;
  last: number;
}

/** Made before anything is inlined: then each function has its own lines and no other's. */
export class Places {
  readonly rows: PlaceRow[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #extents = new Map<string, Extent[]>();

  readonly #entry: string;

  constructor(program: Program) {
    this.#entry = program.entry;
    for (const graph of program.functions.values()) this.#addFunction(graph);
  }

  #addFunction(graph: Graph): void {
    const { span, blocks } = graph;
    if (!span) return;
    const extent = { name: functionTitle(graph), first: span.line, last: span.line };
    for (const { operations } of blocks)
      for (const one of operations)
        if (one.span?.file === span.file) extent.last = Math.max(extent.last, one.span.line);
    const list = this.#extents.get(span.file) ?? [];
    list.push(extent);
    this.#extents.set(span.file, list);
  }

  #nameOf(graph: Graph): string {
    return graph.name === this.#entry ? programName : functionTitle(graph);
  }

  /** The innermost function around a line. */
  #functionAt({ file, line }: Span): string {
    let found: Extent | undefined;
    for (const one of this.#extents.get(file) ?? [])
      if (one.first <= line && line <= one.last && (!found || one.first >= found.first)) found = one;
    return found?.name ?? "module";
  }

  /** The number of a place from 1, 0 if none is known; `within` is where it has come by inlining. */
  number(span: Span | undefined, within: Graph): number {
    if (!span) return 0;
    const outer = this.number(span.inlinedAt, within);
    const name = span.inlinedAt ? this.#functionAt(span) : this.#nameOf(within);
    const key = `${outer} ${name} ${printSpan(span)}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.rows.push({ name, file: span.file, line: span.line, outer });
    this.#numbers.set(key, this.rows.length);
    return this.rows.length;
  }
}

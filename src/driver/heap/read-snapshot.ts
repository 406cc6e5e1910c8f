/** Heap snapshots in V8's form: those of translated programs (runtime/heap/snapshot.ts) and those of Node. */
import { UsageFault } from "../usage-fault.ts";

/** Nodes are numbers from 0, the root; edges of node n are `firstEdge[n]` up to `firstEdge[n + 1]`. */
export interface Snapshot {
  readonly count: number;
  readonly sizes: Float64Array;
  /** What people call the node's type: the class, `string`, `items of an Array`. */
  readonly types: readonly string[];
  /** A string's text; else the type. */
  readonly names: readonly string[];
  readonly ids: Float64Array;
  readonly firstEdge: Uint32Array;
  readonly targets: Uint32Array;
  /** A weak edge keeps nothing alive. */
  readonly isWeak: Uint8Array;
  /** How an edge is written behind its node: `.left`, `[3]`. */
  edgeName(edge: number): string;
}

interface Meta {
  readonly node_fields: readonly string[];
  readonly node_types: readonly (readonly string[] | string)[];
  readonly edge_fields: readonly string[];
  readonly edge_types: readonly (readonly string[] | string)[];
}

interface Json {
  readonly snapshot: { readonly meta: Meta; readonly node_count: number; readonly edge_count: number };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

export function readSnapshot(text: string, file: string): Snapshot {
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
    if (!json.snapshot.meta.node_fields || !json.nodes || !json.edges || !json.strings) throw new Error();
  } catch {
    const cut = text.startsWith('{"snapshot"') && !text.trimEnd().endsWith("}");
    throw new UsageFault(
      cut
        ? `\`${file}\` ends in the middle of a heap snapshot: was it written to the end?`
        : `\`${file}\` is no heap snapshot: write one by \`heapSnapshot\` of heddle/debug, or by a signal (docs/heap-snapshots.md)`,
    );
  }
  return new SnapshotOfJson(json);
}

/** Types of nodes that are told by themselves, since their names say something else or nothing. */
const ownTypes: Readonly<Record<string, string>> = {
  string: "string",
  "concatenated string": "string (joined)",
  "sliced string": "string",
  code: "(code)",
  hidden: "(hidden)",
  "object shape": "(shape)",
  number: "number",
  bigint: "bigint",
  symbol: "symbol",
};

class SnapshotOfJson implements Snapshot {
  readonly count: number;
  readonly sizes: Float64Array;
  readonly types: string[] = [];
  readonly names: string[] = [];
  readonly ids: Float64Array;
  readonly firstEdge: Uint32Array;
  readonly targets: Uint32Array;
  readonly isWeak: Uint8Array;
  readonly #json: Json;
  readonly #edgeTypes: readonly string[];

  constructor(json: Json) {
    const { meta, node_count: count, edge_count: edges } = json.snapshot;
    this.#json = json;
    this.count = count;
    this.sizes = new Float64Array(count);
    this.ids = new Float64Array(count);
    this.firstEdge = new Uint32Array(count + 1);
    this.targets = new Uint32Array(edges);
    this.isWeak = new Uint8Array(edges);
    this.#edgeTypes = meta.edge_types[0] as readonly string[];
    this.#readNodes(meta);
    this.#readEdges(meta);
  }

  #readNodes(meta: Meta): void {
    const { nodes, strings } = this.#json;
    const width = meta.node_fields.length;
    const [type, name, id, size, edgeCount] = ["type", "name", "id", "self_size", "edge_count"].map((one) =>
      meta.node_fields.indexOf(one),
    ) as [number, number, number, number, number];
    const types = meta.node_types[type] as readonly string[];
    for (let node = 0; node < this.count; node++) {
      const at = node * width;
      const text = strings[nodes[at + name] as number] ?? "";
      this.names.push(text);
      this.types.push(ownTypes[types[nodes[at + type] as number] ?? ""] ?? (text || "(unnamed)"));
      this.ids[node] = nodes[at + id] as number;
      this.sizes[node] = nodes[at + size] as number;
      this.firstEdge[node + 1] = (this.firstEdge[node] as number) + (nodes[at + edgeCount] as number);
    }
  }

  #readEdges(meta: Meta): void {
    const { edges } = this.#json;
    const weak = this.#edgeTypes.indexOf("weak");
    for (let edge = 0; edge < this.targets.length; edge++) {
      this.targets[edge] = (edges[edge * 3 + 2] as number) / meta.node_fields.length;
      this.isWeak[edge] = edges[edge * 3] === weak ? 1 : 0;
    }
  }

  edgeName(edge: number): string {
    const { edges, strings } = this.#json;
    const type = this.#edgeTypes[edges[edge * 3] as number];
    const name = edges[edge * 3 + 1] as number;
    return type === "element" || type === "hidden" ? `[${name}]` : `.${strings[name] ?? name}`;
  }
}

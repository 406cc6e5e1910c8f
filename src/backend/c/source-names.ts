/**
 * Local names for debuggers: the versions of one source variable that are never alive at once share one C variable,
 * which has the source's name.
 *
 *   sum_0 = 0.0; …  sum_1 = sum_0 + long_0;      =>      sum = 0.0; …  sum = sum + long;
 *
 * Two versions are alive at once if one is needed where the other is defined; parameters of a block are defined
 * together, at its start (Chaitin 1981, without his exception for copies).
 */
import { type Liveness, liveness } from "../../analysis/liveness.ts";
import type { Block, Graph, Variable } from "../../graph/graph.ts";
import { LocalNames } from "./operands.ts";

/** Words of C, of its library and of generated code that a variable's name would hide. */
const reserved = new Set(
  (
    "auto break case char const continue default do double else enum extern float for goto if inline int long " +
    "register restrict return short signed sizeof static struct switch typedef typeof union unsigned void volatile " +
    "while asm linux unix errno stdin stdout stderr environ signgam memmove memset main"
  ).split(" "),
);

/** Beginnings of generated names, and what looks like a macro. */
const generated = /^(?:[bfgmst]_|type_|static_|text\d|swap\d|b\d|s[iat]_|_|heddle|[A-Z0-9_]+$|u?int\d+_t$)/;

/** Versions that share a C variable. */
interface Shared {
  readonly name: string;
  readonly versions: Set<Variable>;
}

class SourceNames extends LocalNames {
  readonly #overlaps = new Map<Variable, Set<Variable>>();
  readonly #shared = new Map<string, Shared[]>();
  readonly #chosen = new Map<Variable, string>();
  readonly #taken = new Set<string>();

  constructor(graph: Graph) {
    super();
    const live = liveness(graph);
    for (const block of graph.blocks) this.#define(block, live);
    // What the source declares comes before what has its name by chance.
    for (const { params, operations } of graph.blocks) {
      for (const one of params) if (one.declared) this.of(one);
      for (const { result } of operations) if (result?.declared && result.type !== "void") this.of(result);
    }
  }

  override of(one: Variable): string {
    const known = this.#chosen.get(one);
    if (known !== undefined) return known;
    const base = baseName(one.name);
    const key = `${base} ${String(one.type)} ${one.declared === true}`;
    const candidates = this.#shared.get(key) ?? [];
    this.#shared.set(key, candidates);
    const overlaps = this.#overlaps.get(one);
    let found = candidates.find(({ versions }) => ![...versions].some((other) => overlaps?.has(other)));
    if (!found) {
      found = { name: this.#fresh(base), versions: new Set() };
      candidates.push(found);
    }
    found.versions.add(one);
    this.#chosen.set(one, found.name);
    return found.name;
  }

  override get all(): IterableIterator<[Variable, string]> {
    return this.#chosen.entries();
  }

  #fresh(base: string): string {
    let name = reserved.has(base) || generated.test(base) ? `${base}_0` : base;
    for (let i = 1; this.#taken.has(name); i++) name = `${base}_${i}`;
    this.#taken.add(name);
    return name;
  }

  #define(block: Block, live: Liveness): void {
    live.walk(block, ({ result }, _index, across) => {
      if (result) this.#meet([result], across);
    });
    // Its parameters are written together, even those that nobody reads.
    this.#meet(block.params, new Set([...live.atStart(block), ...block.params]));
  }

  #meet(defined: readonly Variable[], alive: ReadonlySet<Variable>): void {
    for (const one of defined)
      for (const other of alive) {
        if (one === other || one.type !== other.type || baseName(one.name) !== baseName(other.name)) continue;
        add(this.#overlaps, one, other);
        add(this.#overlaps, other, one);
      }
  }
}

function baseName(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, "_") || "v";
}

function add(sets: Map<Variable, Set<Variable>>, one: Variable, other: Variable): void {
  const set = sets.get(one) ?? new Set();
  set.add(other);
  sets.set(one, set);
}

/** Names of a function's variables as its source has them. */
export function sourceNames(graph: Graph): LocalNames {
  return new SourceNames(graph);
}

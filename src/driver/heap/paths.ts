/** The shortest path from a root to an object: what keeps it alive. */
import type { Snapshot } from "./read-snapshot.ts";
import { unreached } from "./retained.ts";

export class Paths {
  readonly #snapshot: Snapshot;
  /** The edge by which a node was reached first, breadth first. */
  readonly #through: Uint32Array;
  readonly #from: Uint32Array;

  constructor(snapshot: Snapshot) {
    const { count, firstEdge, targets, isWeak } = snapshot;
    this.#snapshot = snapshot;
    this.#through = new Uint32Array(count).fill(unreached);
    this.#from = new Uint32Array(count).fill(unreached);
    const queue = [0];
    for (const node of queue) {
      for (let edge = firstEdge[node] as number; edge < (firstEdge[node + 1] as number); edge++) {
        const target = targets[edge] as number;
        if (isWeak[edge] === 1 || target === 0 || this.#through[target] !== unreached) continue;
        this.#through[target] = edge;
        this.#from[target] = node;
        queue.push(target);
      }
    }
  }

  /** `(globals).app.cache Map .values Array [3] Point`: from a root to the object, each with the edge that leads on. */
  to(node: number): string[] {
    const { types } = this.#snapshot;
    const steps: string[] = [];
    let edge = "";
    for (let at = node; at !== 0 && at !== unreached; at = this.#from[at] as number) {
      steps.push(`${types[at]}${edge}`);
      edge = this.#snapshot.edgeName(this.#through[at] as number);
    }
    return steps.reverse();
  }
}

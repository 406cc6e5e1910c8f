/**
 * Conway's Game of Life on an unbounded plane: the living cells are a set of texts "x,y", so it is a benchmark of sets,
 * maps and strings rather than of arrays.
 *
 *   life [GENERATIONS [time]]
 */
type Cell = { readonly x: number; readonly y: number };

const GLIDER_GUN = [
  "........................O",
  "......................O.O",
  "............OO......OO............OO",
  "...........O...O....OO............OO",
  "OO........O.....O...OO",
  "OO........O...O.OO....O.O",
  "..........O.....O.......O",
  "...........O...O",
  "............OO",
];

class World {
  readonly #living = new Map<string, Cell>();

  static of(picture: readonly string[]): World {
    const world = new World();
    picture.forEach((line, y) => {
      [...line].forEach((character, x) => {
        if (character === "O") world.add({ x, y });
      });
    });
    return world;
  }

  get size(): number {
    return this.#living.size;
  }

  add(cell: Cell): void {
    this.#living.set(`${cell.x},${cell.y}`, cell);
  }

  next(): World {
    const neighbours = new Map<string, { cell: Cell; count: number }>();
    for (const { x, y } of this.#living.values()) {
      for (let dx = -1; dx <= 1; dx++) {
        for (let dy = -1; dy <= 1; dy++) {
          if (dx === 0 && dy === 0) continue;
          const cell = { x: x + dx, y: y + dy };
          const key = `${cell.x},${cell.y}`;
          const entry = neighbours.get(key);
          if (entry) entry.count++;
          else neighbours.set(key, { cell, count: 1 });
        }
      }
    }
    const world = new World();
    for (const [key, { cell, count }] of neighbours)
      if (count === 3 || (count === 2 && this.#living.has(key))) world.add(cell);
    return world;
  }

  /** The smallest rectangle around all living cells, a line a row. */
  draw(): string {
    const cells = [...this.#living.values()];
    const left = Math.min(...cells.map(({ x }) => x));
    const right = Math.max(...cells.map(({ x }) => x));
    const top = Math.min(...cells.map(({ y }) => y));
    const bottom = Math.max(...cells.map(({ y }) => y));
    const lines: string[] = [];
    for (let y = top; y <= bottom; y++) {
      let line = "";
      for (let x = left; x <= right; x++) line += this.#living.has(`${x},${y}`) ? "O" : ".";
      lines.push(line);
    }
    return lines.join("\n");
  }
}

const generations = Number(process.argv[2] ?? 60);
const start = performance.now();
let world = World.of(GLIDER_GUN);
for (let i = 0; i < generations; i++) world = world.next();
console.log(world.draw());
console.log(`${world.size} cells after ${generations} generations`);
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);

/**
 * A* search (Hart, Nilsson, Raphael 1968) over generated mazes, with a binary heap as its queue.
 *
 *   a-star [SIZE [time]]
 */
class Heap<T> {
  readonly #items: T[] = [];
  readonly #before: (a: T, b: T) => boolean;

  constructor(before: (a: T, b: T) => boolean) {
    this.#before = before;
  }

  get size(): number {
    return this.#items.length;
  }

  push(item: T): void {
    const items = this.#items;
    let place = items.length;
    items.push(item);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#before(item, items[parent]!)) break;
      items[place] = items[parent]!;
      place = parent;
    }
    items[place] = item;
  }

  pop(): T | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && this.#before(items[child + 1]!, items[child]!)) child++;
      if (!this.#before(items[child]!, last)) break;
      items[place] = items[child]!;
      place = child;
    }
    items[place] = last;
    return first;
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

class Step implements Point {
  readonly x: number;
  readonly y: number;
  readonly cost: number;
  readonly estimate: number;
  readonly previous: Step | null;

  constructor({ x, y }: Point, cost: number, estimate: number, previous: Step | null) {
    this.x = x;
    this.y = y;
    this.cost = cost;
    this.estimate = estimate;
    this.previous = previous;
  }
}

const DIRECTIONS: readonly Point[] = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
];

class Grid {
  readonly width: number;
  readonly height: number;
  readonly #walls: boolean[][];

  constructor(walls: boolean[][]) {
    this.#walls = walls;
    this.height = walls.length;
    this.width = walls[0]?.length ?? 0;
  }

  /** A grid of which about a third is wall; the same seed gives the same grid. */
  static random(width: number, height: number, seed: number): Grid {
    let state = seed;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const walls = Array.from({ length: height }, () => Array.from({ length: width }, () => next() < 0.3));
    walls[0]![0] = false;
    walls[height - 1]![width - 1] = false;
    return new Grid(walls);
  }

  isFree({ x, y }: Point): boolean {
    return this.#walls[y]?.[x] === false;
  }

  draw(path: readonly Point[]): string {
    const onPath = new Set(path.map(({ x, y }) => y * this.width + x));
    return this.#walls
      .map((line, y) => line.map((wall, x) => (wall ? "#" : onPath.has(y * this.width + x) ? "o" : " ")).join(""))
      .join("\n");
  }
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** A shortest path from `start` to `goal`, both included, and how many steps were looked at; null if there is none. */
function search(grid: Grid, start: Point, goal: Point): { path: Point[]; expanded: number } | null {
  const open = new Heap<Step>((a, b) => a.estimate < b.estimate || (a.estimate === b.estimate && a.cost > b.cost));
  const best = new Map<number, number>();
  open.push(new Step(start, 0, distance(start, goal), null));
  let expanded = 0;
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (step.x === goal.x && step.y === goal.y) {
      const path: Point[] = [];
      for (let at: Step | null = step; at !== null; at = at.previous) path.push({ x: at.x, y: at.y });
      return { path: path.reverse(), expanded };
    }
    if (step.cost > (best.get(step.y * grid.width + step.x) ?? Infinity)) continue;
    expanded++;
    for (const direction of DIRECTIONS) {
      const point = { x: step.x + direction.x, y: step.y + direction.y };
      if (!grid.isFree(point)) continue;
      const cost = step.cost + 1;
      const key = point.y * grid.width + point.x;
      if (cost >= (best.get(key) ?? Infinity)) continue;
      best.set(key, cost);
      open.push(new Step(point, cost, cost + distance(point, goal), step));
    }
  }
  return null;
}

function main(size: number): void {
  for (let seed = 1; seed <= 5; seed++) {
    const grid = Grid.random(size, Math.ceil(size / 2), seed);
    const goal = { x: grid.width - 1, y: grid.height - 1 };
    const found = search(grid, { x: 0, y: 0 }, goal);
    if (found === null) console.log(`maze ${seed}: no way`);
    else {
      const { path, expanded } = found;
      console.log(`maze ${seed}: ${path.length - 1} steps, ${expanded} places looked at`);
      if (size <= 60) console.log(grid.draw(path));
    }
  }
}

const start = performance.now();
main(Number(process.argv[2] ?? 40));
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);

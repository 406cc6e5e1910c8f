import { freeManaged, Managed } from "heddle/memory";

class Link extends Managed {
  kind = 1;
}

class Chunk extends Link {
  used = 0;
  weight = 0.5;
  next: Chunk | null = null;
  readonly size: number;

  constructor(size: number) {
    super();
    this.size = size;
  }

  grow(): void {
    this.used += this.size;
  }
}

let head: Chunk | null = null;
let collected: number[][] = [];
for (let i = 0; i < 1000; i++) {
  const chunk = new Chunk(i);
  chunk.grow();
  chunk.next = head;
  head = chunk;
  collected = [[i], ...collected.slice(0, 10)];
}
let sum = 0;
let count = 0;
while (head !== null) {
  sum += head.used + head.weight;
  count += head.kind;
  const dead: Chunk = head;
  head = head.next;
  freeManaged(dead);
}
console.log(sum, count, collected.length, collected[10]);

const last = new Chunk(3);
freeManaged(last);
if (process.argv[2] === "use") console.log(last.used);
if (process.argv[2] === "free") freeManaged(last);

/** Maps and sets, each kind of use by its name: `collections KIND [SIZE]`. Prints the best time of three rounds. */
let seed = 0;
function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
  return (seed >>> 1) ^ (seed >>> 17);
}

function integerKeys(size: number): number {
  const map = new Map<number, number>();
  seed = 1;
  for (let i = 0; i < size; i++) map.set(random(), i);
  let sum = 0;
  for (let round = 0; round < 2; round++) {
    seed = 1;
    for (let i = 0; i < size; i++) sum += map.get(random() + round) ?? 0;
  }
  return sum + map.size;
}

function sequentialKeys(size: number): number {
  const map = new Map<number, number>();
  for (let i = 0; i < size; i++) map.set(i, i);
  let sum = 0;
  for (const [key, value] of map) sum += key ^ value;
  for (let i = 0; i < size; i += 2) map.delete(i);
  for (let i = 0; i < size; i++) if (map.has(i)) sum++;
  return sum;
}

function stringKeys(size: number): number {
  const map = new Map<string, number>();
  for (let i = 0; i < size; i++) map.set(`key${i}`, i);
  let sum = 0;
  for (let i = 0; i < size; i++) sum += map.get(`key${(i * 7919) % size}`) ?? 0;
  return sum;
}

function setAsQueue(size: number): number {
  const queue = new Set<number>();
  for (let i = 0; i < 1000; i++) queue.add(i);
  let sum = 0;
  for (let i = 1000; i < size; i++) {
    for (const first of queue) {
      queue.delete(first);
      sum += first;
      break;
    }
    queue.add(i);
  }
  return sum + queue.size;
}

function smallMaps(size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const map = new Map<string, number>();
    map.set("a", i);
    map.set("b", i + 1);
    map.set("c", 2);
    const set = new Set([i, i + 1]);
    sum += (map.get("b") ?? 0) + map.size + (set.has(i) ? 1 : 0);
  }
  return sum;
}

function* numbers(size: number): Generator<number> {
  for (let i = 0; i < size; i++) yield random();
}

function* evenOnes(from: Generator<number>): Generator<number> {
  for (const one of from) if (one % 2 === 0) yield one;
}

function generators(size: number): number {
  seed = 1;
  let sum = 0;
  for (const one of evenOnes(numbers(size))) sum += one;
  return sum;
}

interface Row {
  readonly key: number;
  readonly name: string;
}

function sortNumbers(size: number): number {
  seed = 1;
  const integers: number[] = [];
  const halves: number[] = [];
  for (let i = 0; i < size; i++) {
    integers.push(random());
    halves.push(random() / 7);
  }
  integers.sort((a, b) => a - b);
  halves.sort((a, b) => a - b);
  return (integers[size >> 1] ?? 0) + (halves[size >> 2] ?? 0);
}

function sortRecords(size: number): number {
  seed = 1;
  const rows: Row[] = [];
  for (let i = 0; i < size; i++) rows.push({ key: random() % 1000, name: `name ${i % 977}` });
  rows.sort((a, b) => a.key - b.key || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return rows[size >> 1]?.key ?? 0;
}

function run(kind: string, size: number): number {
  switch (kind) {
    case "integer-keys":
      return integerKeys(size);
    case "sequential-keys":
      return sequentialKeys(size);
    case "string-keys":
      return stringKeys(size);
    case "set-as-queue":
      return setAsQueue(size);
    case "small-maps":
      return smallMaps(size);
    case "generators":
      return generators(size);
    case "sort-numbers":
      return sortNumbers(size);
    case "sort-records":
      return sortRecords(size);
    default:
      throw new Error(`there is no kind ${kind}`);
  }
}

const kind = process.argv[2] ?? "small-maps";
const size = Number(process.argv[3] ?? "10000");
let best = Infinity;
let result = 0;
for (let round = 0; round < 3; round++) {
  const start = performance.now();
  result = run(kind, size);
  best = Math.min(best, performance.now() - start);
}
console.log(`${kind} ${result}`);
if (process.argv[4] === "time") console.log(`${(best / 1000).toFixed(6)} s`);

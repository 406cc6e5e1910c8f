/**
 * A map kept in order of its keys by a red-black tree (left-leaning, after Sedgewick 2008), with deletion.
 *
 *   red-black-tree [COUNT [time]]
 */
class Node<K, V> {
  left: Node<K, V> | null = null;
  right: Node<K, V> | null = null;
  isRed = true;
  key: K;
  value: V;

  constructor(key: K, value: V) {
    this.key = key;
    this.value = value;
  }
}

type Link<K, V> = Node<K, V> | null;

function isRed<K, V>(node: Link<K, V>): boolean {
  return node !== null && node.isRed;
}

function rotateLeft<K, V>(node: Node<K, V>): Node<K, V> {
  const top = node.right!;
  node.right = top.left;
  top.left = node;
  top.isRed = node.isRed;
  node.isRed = true;
  return top;
}

function rotateRight<K, V>(node: Node<K, V>): Node<K, V> {
  const top = node.left!;
  node.left = top.right;
  top.right = node;
  top.isRed = node.isRed;
  node.isRed = true;
  return top;
}

function flip<K, V>(node: Node<K, V>): void {
  node.isRed = !node.isRed;
  node.left!.isRed = !node.left!.isRed;
  node.right!.isRed = !node.right!.isRed;
}

/** Restores the invariants on the way up: reds lean left, never two in a row. */
function balance<K, V>(node: Node<K, V>): Node<K, V> {
  let top = node;
  if (isRed(top.right) && !isRed(top.left)) top = rotateLeft(top);
  if (isRed(top.left) && isRed(top.left!.left)) top = rotateRight(top);
  if (isRed(top.left) && isRed(top.right)) flip(top);
  return top;
}

function moveRedLeft<K, V>(node: Node<K, V>): Node<K, V> {
  flip(node);
  if (!isRed(node.right!.left)) return node;
  node.right = rotateRight(node.right!);
  const top = rotateLeft(node);
  flip(top);
  return top;
}

function moveRedRight<K, V>(node: Node<K, V>): Node<K, V> {
  flip(node);
  if (!isRed(node.left!.left)) return node;
  const top = rotateRight(node);
  flip(top);
  return top;
}

function smallest<K, V>(node: Node<K, V>): Node<K, V> {
  return node.left === null ? node : smallest(node.left);
}

export class TreeMap<K, V> {
  #root: Link<K, V> = null;
  #size = 0;
  readonly #compare: (a: K, b: K) => number;

  constructor(compare: (a: K, b: K) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#size;
  }

  get(key: K): V | undefined {
    return this.#find(key)?.value;
  }

  has(key: K): boolean {
    return this.#find(key) !== null;
  }

  set(key: K, value: V): this {
    this.#root = this.#insert(this.#root, key, value);
    this.#root.isRed = false;
    return this;
  }

  delete(key: K): boolean {
    if (!this.has(key)) return false;
    const root = this.#root!;
    if (!isRed(root.left) && !isRed(root.right)) root.isRed = true;
    this.#root = this.#remove(root, key);
    if (this.#root !== null) this.#root.isRed = false;
    this.#size--;
    return true;
  }

  /** All pairs in ascending order of keys. */
  forEach(visit: (key: K, value: V) => void): void {
    const walk = (node: Link<K, V>): void => {
      if (node === null) return;
      walk(node.left);
      visit(node.key, node.value);
      walk(node.right);
    };
    walk(this.#root);
  }

  /** The height in black links; throws if an invariant is broken. */
  check(): number {
    const blackHeight = (node: Link<K, V>): number => {
      if (node === null) return 0;
      if (isRed(node.right)) throw new Error("a red node leans right");
      if (node.isRed && isRed(node.left)) throw new Error("two red nodes in a row");
      const left = blackHeight(node.left);
      if (left !== blackHeight(node.right)) throw new Error("black heights differ");
      return left + (node.isRed ? 0 : 1);
    };
    return blackHeight(this.#root);
  }

  #find(key: K): Link<K, V> {
    let node = this.#root;
    while (node !== null) {
      const order = this.#compare(key, node.key);
      if (order === 0) return node;
      node = order < 0 ? node.left : node.right;
    }
    return null;
  }

  #insert(node: Link<K, V>, key: K, value: V): Node<K, V> {
    if (node === null) {
      this.#size++;
      return new Node(key, value);
    }
    const order = this.#compare(key, node.key);
    if (order === 0) node.value = value;
    else if (order < 0) node.left = this.#insert(node.left, key, value);
    else node.right = this.#insert(node.right, key, value);
    return balance(node);
  }

  #removeSmallest(node: Node<K, V>): Link<K, V> {
    if (node.left === null) return null;
    const top = !isRed(node.left) && !isRed(node.left.left) ? moveRedLeft(node) : node;
    top.left = this.#removeSmallest(top.left!);
    return balance(top);
  }

  #remove(node: Node<K, V>, key: K): Link<K, V> {
    let top = node;
    if (this.#compare(key, top.key) < 0) {
      if (!isRed(top.left) && !isRed(top.left!.left)) top = moveRedLeft(top);
      top.left = this.#remove(top.left!, key);
      return balance(top);
    }
    if (isRed(top.left)) top = rotateRight(top);
    if (this.#compare(key, top.key) === 0 && top.right === null) return null;
    if (!isRed(top.right) && !isRed(top.right!.left)) top = moveRedRight(top);
    if (this.#compare(key, top.key) === 0) {
      const heir = smallest(top.right!);
      top.key = heir.key;
      top.value = heir.value;
      top.right = this.#removeSmallest(top.right!);
    } else top.right = this.#remove(top.right!, key);
    return balance(top);
  }
}

class Random {
  #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  below(limit: number): number {
    this.#seed = (this.#seed * 1103515245 + 12345) & 0x7fffffff;
    return (this.#seed >>> 8) % limit;
  }
}

function byNumber(a: number, b: number): number {
  return a - b;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function main(count: number): void {
  const random = new Random(7);
  const squares = new TreeMap<number, number>(byNumber);
  for (let i = 0; i < count; i++) {
    const key = random.below(count);
    squares.set(key, key * key);
  }
  console.log(`${squares.size} keys, black height ${squares.check()}`);
  let removed = 0;
  for (let i = 0; i < count; i++) if (squares.delete(random.below(count))) removed++;
  console.log(`${removed} removed, ${squares.size} left, black height ${squares.check()}`);
  let sum = 0;
  squares.forEach((_, square) => {
    sum = (sum + square) % 1000003;
  });
  console.log(`sum of squares modulo 1000003: ${sum}`);

  const lengths = new TreeMap<string, number>(byText);
  for (const word of "the quick brown fox jumps over the lazy dog".split(" ")) lengths.set(word, word.length);
  lengths.delete("quick");
  const parts: string[] = [];
  lengths.forEach((word, length) => parts.push(`${word}=${length}`));
  console.log(parts.join(" "), lengths.get("fox"), lengths.get("quick"));
}

const start = performance.now();
main(Number(process.argv[2] ?? 10000));
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);

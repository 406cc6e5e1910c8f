class Entry {
  prev: Entry | null = null;
  next: Entry | null = null;
  constructor(
    readonly key: number,
    public value: string,
  ) {}
}
class LruCache {
  private head: Entry | null = null;
  private tail: Entry | null = null;
  private size = 0;

  constructor(private readonly capacity: number) {}

  get(key: number): string | undefined {
    const entry = this.find(key);
    if (entry === null) return undefined;
    this.unlink(entry);
    this.pushFront(entry);
    return entry.value;
  }

  put(key: number, value: string): void {
    const entry = this.find(key);
    if (entry !== null) {
      entry.value = value;
      this.unlink(entry);
      this.pushFront(entry);
      return;
    }
    if (this.size === this.capacity && this.tail !== null) this.unlink(this.tail);
    this.pushFront(new Entry(key, value));
  }

  private find(key: number): Entry | null {
    for (let e = this.head; e !== null; e = e.next) if (e.key === key) return e;
    return null;
  }

  private unlink(entry: Entry): void {
    if (entry.prev === null) this.head = entry.next;
    else entry.prev.next = entry.next;
    if (entry.next === null) this.tail = entry.prev;
    else entry.next.prev = entry.prev;
    entry.prev = entry.next = null;
    this.size--;
  }

  private pushFront(entry: Entry): void {
    entry.next = this.head;
    if (this.head === null) this.tail = entry;
    else this.head.prev = entry;
    this.head = entry;
    this.size++;
  }
}
const cache = new LruCache(2);
cache.put(1, "one");
cache.put(2, "two");
console.log(cache.get(1));
cache.put(3, "three");
console.log(cache.get(2), cache.get(3));
cache.put(1, "uno");
cache.put(4, "four");
console.log(cache.get(1), cache.get(3), cache.get(4));

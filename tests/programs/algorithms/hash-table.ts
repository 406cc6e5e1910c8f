class HashTable {
  private keys: (string | null)[] = [];
  private values: number[] = [];
  private capacity = 8;
  size = 0;

  constructor() {
    this.clear();
  }

  get(key: string): number | undefined {
    const slot = this.slot(key);
    return this.keys[slot] === null ? undefined : this.values[slot];
  }

  set(key: string, value: number): void {
    if (this.size * 2 >= this.capacity) this.grow();
    const slot = this.slot(key);
    if (this.keys[slot] === null) {
      this.keys[slot] = key;
      this.size++;
    }
    this.values[slot] = value;
  }

  private slot(key: string): number {
    let hash = 2166136261;
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 16777619);
    let slot = (hash >>> 0) % this.capacity;
    while (this.keys[slot] !== null && this.keys[slot] !== key) slot = (slot + 1) % this.capacity;
    return slot;
  }

  private clear(): void {
    this.keys = [];
    this.values = [];
    for (let i = 0; i < this.capacity; i++) {
      this.keys.push(null);
      this.values.push(0);
    }
    this.size = 0;
  }

  private grow(): void {
    const keys = this.keys;
    const values = this.values;
    this.capacity *= 2;
    this.clear();
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      if (key !== null) this.set(key, values[i]!);
    }
  }
}
const table = new HashTable();
for (let i = 0; i < 500; i++) table.set(`key${i % 200}`, i);
console.log(table.size, table.get("key0"), table.get("key150"), table.get("none"));

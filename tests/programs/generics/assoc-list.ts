class AssocList<K, V> {
  private readonly keys: K[] = [];
  private readonly values: V[] = [];

  set(key: K, value: V): void {
    for (let i = 0; i < this.keys.length; i++) {
      if (this.keys[i] === key) {
        this.values[i] = value;
        return;
      }
    }
    this.keys.push(key);
    this.values.push(value);
  }

  get(key: K): V | undefined {
    for (let i = 0; i < this.keys.length; i++) {
      if (this.keys[i] === key) return this.values[i];
    }
    return undefined;
  }
}
const ages = new AssocList<string, number>();
ages.set("Ada", 36);
ages.set("Bob", 41);
ages.set("Ada", 37);
console.log(ages.get("Ada"), ages.get("Bob"), ages.get("Eve"));
const names = new AssocList<number, string>();
names.set(0.5, "half");
names.set(2, "two");
console.log(names.get(0.5), names.get(2), names.get(3));

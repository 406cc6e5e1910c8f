class Cache {
  private value: number | null = null;
  computations = 0;

  get(): number {
    return (this.value ??= this.compute());
  }

  private compute(): number {
    this.computations++;
    return 42;
  }
}
const cache = new Cache();
console.log(cache.get() + cache.get(), cache.computations);

class Registry {
  private readonly names: string[] = [];

  register<T>(name: string, value: T): T {
    this.names.push(name);
    return value;
  }

  list(): string {
    return this.names.join(",");
  }
}
const registry = new Registry();
console.log(registry.register("n", 5) + 1, registry.register("s", "x") + "y", registry.list());

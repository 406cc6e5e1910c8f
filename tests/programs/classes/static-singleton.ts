class Registry {
  private static instance: Registry | null = null;
  private readonly names: string[] = [];

  static get(): Registry {
    Registry.instance ??= new Registry();
    return Registry.instance;
  }

  add(name: string): number {
    return this.names.push(name);
  }
}
console.log(Registry.get().add("a"), Registry.get().add("b"), Registry.get() === Registry.get());

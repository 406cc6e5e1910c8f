/** Beside mixins, functions without a name that give classes are functions as before. */
class Base {
  hello(): string {
    return "hello";
  }
}
const Loud = <T extends new (...args: any[]) => Base>(B: T) =>
  class extends B {
    override hello(): string {
      return super.hello().toUpperCase();
    }
  };
class Child extends Loud(Base) {}
const registry = (() => {
  class Registry {
    static all = new Map<string, number>();
    static add(k: string, v: number) {
      Registry.all.set(k, v);
      return Registry;
    }
  }
  return Registry;
})();
const makers = {
  one: () =>
    class One {
      n = 1;
    },
};
const list = [
  () =>
    class Two {
      n = 2;
    },
];
console.log(new Child().hello(), registry.add("a", 1).add("b", 2).all, registry.name);
console.log(new (makers.one())(), new (list[0]!())());

class Vault {
  #key = 1;
  static isVault(o: unknown): boolean {
    return typeof o === "object" && o !== null && #key in o;
  }
  static ask(o: any): string {
    try {
      return String(#key in o);
    } catch (error) {
      return (error as Error).message;
    }
  }
  same(o: object): boolean {
    return #key in o && o.#key === this.#key;
  }
}
class Sub extends Vault {}
class Other {
  #key = 1;
  get() { return this.#key; }
}
const all: any[] = [new Vault(), new Sub(), new Other(), {}, [], () => 1, 5, "s", null, undefined];
for (const one of all) console.log(Vault.isVault(one), Vault.ask(one));
console.log(new Vault().same(new Sub()), new Vault().same(new Other()));

export type Constructor<T = {}> = abstract new (...args: any[]) => T;
const prefix = "mix:";
let made = 0;
export function Serializable<T extends Constructor>(Base: T) {
  console.log("Serializable of", Base.name);
  abstract class Serializable extends Base {
    static registry: string[] = [prefix + Base.name];
    #secret = ++made;
    get secret() { return this.#secret; }
    serialize(): string { return prefix + JSON.stringify(this); }
    has(x: object) { return #secret in x; }
    static { this.registry.push("static block"); }
  }
  return Serializable;
}
export default (Base: Constructor<{ area(): number }>, unit: string) =>
  class extends Base {
    describe = () => `${this.area()} ${unit}`;
  };
export const Comparable = <T extends new (...a: any[]) => { key: number }>(Base: T) => {
  return class extends Base {
    compare(other: { key: number }) { return this.key - other.key; }
  } as T & (new (...a: any[]) => { compare(o: { key: number }): number });
};
export const Never = (B: any) => class extends B {};
/** Functions that give a class without being given one. */
export function failure(name: string, code = 5) {
  const plain = name.toLowerCase();
  return class extends Error {
    code = code;
    constructor(message: string) {
      super(message);
      this.name = name;
    }
    again() {
      return `${plain} ${code}`;
    }
  };
}
export const Third = failure("Third");

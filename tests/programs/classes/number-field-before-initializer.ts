class Base {
  constructor() {
    console.log(`size is ${this.size()}`);
  }

  size(): number {
    return 0;
  }
}
class Derived extends Base {
  private readonly count: number = 7;

  override size(): number {
    return this.count;
  }
}
console.log(new Derived().size());

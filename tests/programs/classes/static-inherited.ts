class Base {
  static count = 1;

  static describe(): string {
    return `count ${this.count}`;
  }
}
class Derived extends Base {
  static override describe(): string {
    return `derived ${super.describe()}`;
  }
}
console.log(Base.describe(), Derived.describe(), Derived.count);

class Base {
  run(): string {
    return `base run, ${this.name()}`;
  }

  name(): string {
    return "base";
  }
}
class Derived extends Base {
  override run(): string {
    return `derived run, ${super.run()}`;
  }

  override name(): string {
    return "derived";
  }
}
console.log(new Derived().run());

class Base {
  readonly label: string;

  constructor() {
    this.label = this.describe();
  }

  describe(): string {
    return "base";
  }
}
class Derived extends Base {
  private readonly prefix = "the ";

  override describe(): string {
    return `${this.prefix}derived`;
  }
}
console.log(new Base().label, "/", new Derived().label, "/", new Derived().describe());

// The derived field is initialized after the base constructor has written it.
class Base {
  value: string | undefined;

  constructor() {
    this.set();
  }

  set(): void {
    this.value = "base";
  }
}
class Derived extends Base {
  override value: string | undefined = undefined;
}
console.log(new Base().value, new Derived().value);

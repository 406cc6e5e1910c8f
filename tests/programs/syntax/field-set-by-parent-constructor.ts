class Parent {
  name = "parent";
  constructor() {
    this.start();
  }
  start(): void {
    this.name = "started";
  }
}
class Child extends Parent {
  extra = 1;
  override start(): void {
    super.start();
    this.name += " by child";
  }
}
const child = new Child();
console.log(child.name, child.extra, new Parent().name);

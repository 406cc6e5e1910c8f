abstract class Container<T> {
  abstract get(): T;
  describe(): string {
    return `holds ${this.get()}`;
  }
}
class NumberBox extends Container<number> {
  get(): number {
    return 1.5;
  }
}
class TextBox extends Container<string> {
  get(): string {
    return "text";
  }
}
console.log(new NumberBox().describe(), new TextBox().describe(), new NumberBox().get() * 2);

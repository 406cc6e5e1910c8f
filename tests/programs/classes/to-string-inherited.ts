class Animal {
  toString(): string {
    return `[${this.sound()}]`;
  }
  sound(): string {
    return "...";
  }
}
class Cow extends Animal {
  override sound(): string {
    return "moo";
  }
}
console.log(`${new Animal()} ${new Cow()}`);

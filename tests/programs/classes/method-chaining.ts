class Builder {
  private text = "";

  add(part: string): this {
    this.text += part;
    return this;
  }

  build(): string {
    return this.text;
  }
}
class LineBuilder extends Builder {
  line(part: string): this {
    return this.add(`${part};`);
  }
}
console.log(new LineBuilder().line("a").add("b").line("c").build());

class Parser {
  private position = 0;

  constructor(private readonly text: string) {}

  parse(): number {
    const value = this.sum();
    if (this.position < this.text.length) throw new Error(`unexpected '${this.peek()}' at ${this.position}`);
    return value;
  }

  private peek(): string {
    return this.text[this.position] ?? "end";
  }

  private sum(): number {
    let value = this.product();
    for (;;) {
      const sign = this.peek();
      if (sign !== "+" && sign !== "-") return value;
      this.position++;
      const right = this.product();
      value = sign === "+" ? value + right : value - right;
    }
  }

  private product(): number {
    let value = this.factor();
    for (;;) {
      const sign = this.peek();
      if (sign !== "*" && sign !== "/") return value;
      this.position++;
      const right = this.factor();
      value = sign === "*" ? value * right : value / right;
    }
  }

  private factor(): number {
    if (this.peek() === "-") {
      this.position++;
      return -this.factor();
    }
    if (this.peek() === "(") {
      this.position++;
      const value = this.sum();
      if (this.peek() !== ")") throw new Error("missing )");
      this.position++;
      return value;
    }
    const start = this.position;
    while ((this.peek() >= "0" && this.peek() <= "9") || this.peek() === ".") this.position++;
    if (this.position === start) throw new Error(`unexpected '${this.peek()}' at ${start}`);
    return Number(this.text.slice(start, this.position));
  }
}
for (const text of ["1+2*3", "(1+2)*3", "-2*-(3-5)", "7/2/2", "1.5+.5", "2*(3", "1+x", "1 2", ""]) {
  try {
    console.log(text, "=", new Parser(text).parse());
  } catch (error) {
    console.log(text, "!", (error as Error).message);
  }
}

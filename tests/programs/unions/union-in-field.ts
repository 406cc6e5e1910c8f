class Token {
  constructor(readonly value: number | string | null) {}
  describe(): string {
    if (typeof this.value === "number") return `#${this.value * 2}`;
    return this.value === null ? "end" : `'${this.value}'`;
  }
}
for (const t of [new Token(21), new Token("x"), new Token(null), new Token(0.25)]) console.log(t.describe(), t.value);

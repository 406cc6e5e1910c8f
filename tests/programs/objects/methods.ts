const counter = {
  count: 0,
  next(): number {
    this.count++;
    return this.count;
  },
  reset(): void {
    this.count = 0;
  },
};
counter.next();
console.log(counter.next());
counter.reset();
console.log(counter.next());
const shown = {
  parts: 2,
  toString(): string {
    return `${super.toString()} of ${this.parts}`;
  },
  hasOwnProperty(name: string): boolean {
    return name === "virtual" || super.hasOwnProperty(name);
  },
  missing(): unknown {
    return (super.valueOf() as unknown) === this;
  },
};
console.log(String(shown), shown.hasOwnProperty("virtual"), shown.hasOwnProperty("parts"));
console.log(shown.hasOwnProperty("absent"), shown.missing());

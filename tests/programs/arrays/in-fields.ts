class Bag {
  private readonly items: string[] = [];

  add(item: string): this {
    this.items.push(item);
    return this;
  }

  get size(): number {
    return this.items.length;
  }

  last(): string | undefined {
    return this.items[this.items.length - 1];
  }
}
const bag = new Bag();
console.log(bag.last());
console.log(bag.add("a").add("b").size, bag.last(), new Bag().size);

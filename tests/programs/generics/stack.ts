class Stack<T> {
  private readonly items: T[] = [];

  push(item: T): this {
    this.items.push(item);
    return this;
  }

  pop(): T | undefined {
    return this.items.pop();
  }

  get size(): number {
    return this.items.length;
  }
}
const numbers = new Stack<number>().push(1).push(2.5);
const words = new Stack<string>().push("a").push("b").push("c");
console.log(numbers.pop(), numbers.size, words.pop(), words.size);
console.log(numbers.pop(), numbers.pop(), new Stack<boolean>().pop());

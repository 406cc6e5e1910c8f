class Queue {
  private items: number[] = [];
  private head = 0;

  put(n: number): void {
    this.items.push(n);
  }

  take(): number | undefined {
    return this.head < this.items.length ? this.items[this.head++] : undefined;
  }
}
const queue = new Queue();
queue.put(1);
queue.put(2);
console.log(queue.take(), queue.take(), queue.take());

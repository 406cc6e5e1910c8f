export class Queue<T> {
  private items: T[] = [];
  private head = 0;

  put(item: T): void {
    this.items.push(item);
  }

  take(): T | undefined {
    if (this.head === this.items.length) return undefined;
    return this.items[this.head++];
  }
}

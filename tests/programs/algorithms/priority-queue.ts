class PriorityQueue {
  private readonly keys: number[] = [];
  private readonly names: string[] = [];

  get size(): number {
    return this.keys.length;
  }

  add(key: number, name: string): void {
    let i = this.keys.length;
    this.keys.push(key);
    this.names.push(name);
    while (i > 0 && this.keys[(i - 1) >> 1]! > this.keys[i]!) {
      this.swap(i, (i - 1) >> 1);
      i = (i - 1) >> 1;
    }
  }

  take(): string {
    const name = this.names[0]!;
    const last = this.keys.length - 1;
    this.swap(0, last);
    this.keys.pop();
    this.names.pop();
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= last) break;
      if (child + 1 < last && this.keys[child + 1]! < this.keys[child]!) child++;
      if (this.keys[i]! <= this.keys[child]!) break;
      this.swap(i, child);
      i = child;
    }
    return name;
  }

  private swap(i: number, j: number): void {
    const key = this.keys[i]!;
    this.keys[i] = this.keys[j]!;
    this.keys[j] = key;
    const name = this.names[i]!;
    this.names[i] = this.names[j]!;
    this.names[j] = name;
  }
}
const queue = new PriorityQueue();
const names = ["e", "b", "d", "a", "c", "f"];
const keys = [5, 2.5, 4, -1, 3, 60];
for (let i = 0; i < names.length; i++) queue.add(keys[i]!, names[i]!);
let order = "";
while (queue.size > 0) order += queue.take();
console.log(order);

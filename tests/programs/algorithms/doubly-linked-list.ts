class DNode {
  prev: DNode;
  next: DNode;
  constructor(readonly value: string) {
    this.prev = this;
    this.next = this;
  }
  insertAfter(other: DNode): void {
    this.prev = other;
    this.next = other.next;
    other.next.prev = this;
    other.next = this;
  }
  unlink(): void {
    this.prev.next = this.next;
    this.next.prev = this.prev;
  }
}
const ring = new DNode("a");
const b = new DNode("b");
const c = new DNode("c");
b.insertAfter(ring);
c.insertAfter(ring);
let text = "";
for (let node = ring.next; node !== ring; node = node.next) text += node.value;
c.unlink();
console.log(text, ring.next.value, ring.prev.value, b.next === ring);

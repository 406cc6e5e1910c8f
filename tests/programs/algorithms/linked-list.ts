class ListNode {
  next: ListNode | null = null;
  constructor(public value: number) {}
}
class LinkedList {
  private head: ListNode | null = null;
  private tail: ListNode | null = null;
  length = 0;

  append(value: number): void {
    const node = new ListNode(value);
    if (this.tail === null) this.head = node;
    else this.tail.next = node;
    this.tail = node;
    this.length++;
  }

  remove(value: number): boolean {
    let before: ListNode | null = null;
    for (let node = this.head; node !== null; node = node.next) {
      if (node.value === value) {
        if (before === null) this.head = node.next;
        else before.next = node.next;
        if (node === this.tail) this.tail = before;
        this.length--;
        return true;
      }
      before = node;
    }
    return false;
  }

  reverse(): void {
    let reversed: ListNode | null = null;
    let node = this.head;
    this.tail = node;
    while (node !== null) {
      const next: ListNode | null = node.next;
      node.next = reversed;
      reversed = node;
      node = next;
    }
    this.head = reversed;
  }

  toString(): string {
    const parts: string[] = [];
    for (let node = this.head; node !== null; node = node.next) parts.push(String(node.value));
    return `(${parts.join(" ")})`;
  }
}
const list = new LinkedList();
for (let i = 1; i <= 6; i++) list.append(i * i);
console.log(list.remove(9), list.remove(1), list.remove(36), list.remove(5), list.length, `${list}`);
list.reverse();
list.append(100);
console.log(`${list}`);

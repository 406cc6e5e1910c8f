// A list this long must not be walked by recursion when it is collected.
class Link {
  constructor(
    readonly value: number,
    readonly next: Link | null,
  ) {}
}
let head: Link | null = null;
for (let i = 0; i < 200000; i++) head = new Link(i, head);
let sum = 0;
for (let link = head; link !== null; link = link.next) sum += link.value;
console.log(sum);

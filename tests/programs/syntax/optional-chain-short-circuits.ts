class Node {
  next: Node | undefined = undefined;
  value = 1;
  twice(): number {
    return this.value * 2;
  }
}
let calls = 0;
function count(): number {
  return ++calls;
}
function add(node: Node | undefined, n: number): number {
  return (node?.twice() ?? 0) + n;
}
const node = new Node();
const none = node.next as Node | undefined;
console.log(node?.twice(), none?.twice(), none?.next?.next?.value, none?.next!.value);
console.log(none?.value === undefined ? "none" : count(), add(none, count()), calls);

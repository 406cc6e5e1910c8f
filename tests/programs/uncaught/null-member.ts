// exit: 1
class Node {
  next: Node | null = null;
  value = 3;
}
const node = new Node();
console.log(node.value);
console.log(node.next!.value);

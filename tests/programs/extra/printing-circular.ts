class Node {
  self: Node | null = null;
}
const node = new Node();
node.self = node;
console.log(node);
const list: unknown[] = [1];
list.push(list);
console.log(list);

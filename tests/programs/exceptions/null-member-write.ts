class Node {
  value = 1;
  next: Node | null = null;
}
const node = new Node();
try {
  node.next!.value = 5;
} catch (error) {
  console.log(`${error}`);
}
console.log(node.value);

class Node {
  value = 1;
  next: Node | null = null;
}
const node = new Node();
try {
  console.log(node.next!.value);
} catch (error) {
  console.log(error instanceof TypeError, (error as Error).name, (error as Error).message);
}

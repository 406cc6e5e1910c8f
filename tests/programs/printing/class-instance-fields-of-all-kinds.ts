class Node {
  next: Node | null = null;
  tag: string | undefined = undefined;
  flags: boolean[] = [true];
  weight = -0;
}
const node = new Node();
console.log(node);
node.next = new Node();
node.tag = "t";
console.log(node);

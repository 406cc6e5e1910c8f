// The rest of the chain, arguments included, is not evaluated.
class Node {
  next: Node | null = null;
  step(n: number): Node | null {
    console.log(`step ${n}`);
    return this.next;
  }
}
function effect(n: number): number {
  console.log(`effect ${n}`);
  return n;
}
const none: Node | null = Number("1") === 2 ? new Node() : null;
console.log(none?.step(effect(1))?.step(effect(2)));
console.log(new Node().step(effect(3))?.step(effect(4)));

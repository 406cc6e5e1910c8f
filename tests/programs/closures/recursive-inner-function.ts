function sumTree(depth: number): number {
  let nodes = 0;
  function visit(level: number): void {
    nodes++;
    if (level < depth) {
      visit(level + 1);
      visit(level + 1);
    }
  }
  visit(0);
  return nodes;
}
console.log(sumTree(3), sumTree(0));

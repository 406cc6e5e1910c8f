class Loop {
  left: Loop | null = null;
  depth(): number {
    return this.left === null ? 0 : this.left.depth() + 1;
  }
}
const loop = new Loop();
loop.left = loop;
function measure(): string {
  try {
    return String(loop.depth());
  } catch (error) {
    return (error as Error).message;
  }
}
console.log(measure());
console.log(measure());

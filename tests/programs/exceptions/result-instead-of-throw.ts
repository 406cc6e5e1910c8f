class Stack {
  private readonly items: number[] = [];
  push(n: number): void {
    this.items.push(n);
  }
  pop(): number {
    const top = this.items.pop();
    if (top === undefined) throw new Error("stack is empty");
    return top;
  }
}
function evaluate(source: string): string {
  const stack = new Stack();
  try {
    for (const token of source.split(" ")) {
      if (token === "+") stack.push(stack.pop() + stack.pop());
      else if (token === "*") stack.push(stack.pop() * stack.pop());
      else stack.push(Number(token));
    }
    return `${stack.pop()}`;
  } catch (error) {
    return `error: ${(error as Error).message}`;
  }
}
console.log(evaluate("3 4 + 2 *"), "|", evaluate("1 +"), "|", evaluate("0.5 2 *"));

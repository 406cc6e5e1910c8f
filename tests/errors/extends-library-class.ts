class Stack extends Array<number> { // error: extending `Array` is not supported yet
  peek(): number | undefined {
    return this[this.length - 1];
  }
}
const stack = new Stack();
stack.push(1);
console.log(stack.peek());

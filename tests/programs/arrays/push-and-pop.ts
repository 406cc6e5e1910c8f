const stack: number[] = [];
console.log(stack.push(1), stack.push(2), stack.push(3));
console.log(stack.pop(), stack.length, stack.pop(), stack.pop(), stack.length);

const stack = [3];
let steps = 0;
while (stack.length) {
  const n = stack.pop()!;
  steps++;
  if (n > 0) stack.push(n - 1, n - 2);
}
console.log(steps);

// Implicit any, no null checks, a caught value used as an error: warnings under `strict`, nothing else.
class Stack {
  items;
  top;
  constructor() {
    this.items = [];
  }
  push(item) {
    this.items.push(item);
    this.top = item;
    return this;
  }
  find(test) {
    for (const one of this.items) if (test(one)) return one;
    return null;
  }
}
let found = null;
function add(a, b = undefined) {
  return a + b;
}
const stack = new Stack().push(1).push("two").push({ three: 3 });
found = stack.find((one) => one.three === 3);
console.log(found.three, add(1, 2), add("a", "b"), stack.top === found, stack.items.length);
try {
  found = stack.find((one) => one === 5);
  console.log(found.three);
} catch (error) {
  console.log(error.message);
}
let later: number;
console.log(later);
later = 3;
console.log(later);

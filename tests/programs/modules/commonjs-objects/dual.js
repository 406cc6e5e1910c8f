function Stack() {
  this.items = [];
}
Stack.prototype.push = function (x) {
  this.items.push(x);
  return this;
};
Stack.of = function () {
  return Array.from(arguments).reduce((stack, x) => stack.push(x), new Stack());
};
if (typeof module !== "undefined" && module.exports) {
  module.exports = Stack;
} else if (typeof window !== "undefined") {
  window.Stack = Stack;
}

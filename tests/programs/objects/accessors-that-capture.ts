// Accessors of literals use variables of the function around them.
function counter(start: number) {
  let n = start;
  let reads = 0;
  return {
    inc: () => ++n,
    get value() {
      reads++;
      return n;
    },
    set value(to: number) {
      n = to;
    },
    get reads() {
      return reads;
    },
    plain: 1,
  };
}
const a = counter(1);
const b = counter(10);
a.inc();
a.value += 5;
b.value = a.value * 2;
console.log(a.value, b.value, a.reads, b.reads, a, Object.keys(a), { ...b });

const names = ["x", "y"];
const views = names.map((name, index) => ({
  get label() {
    return `${name}${index}${this.suffix}`;
  },
  suffix: "!",
}));
console.log(views.map((one) => one.label), JSON.stringify(views));

function linked(prefix: string) {
  const self = {
    first: "a",
    get whole(): string {
      return prefix + self.first + self.second;
    },
    get second() {
      return names.length;
    },
  };
  self.first = "b";
  return self;
}
console.log(linked(">").whole, "whole" in linked("?"));
const cart = { lines: [{ price: 2, quantity: 3 }], get total() { return this.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0); } };
cart.lines.push({ price: 1, quantity: 1 });
console.log(cart.total, cart);

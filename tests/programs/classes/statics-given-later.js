// Static members that assignments alone give a class, functions in static fields with the class as `this`, and methods
// that an accessor gives.
class Item {
  constructor() {
    this.id = Item.count++;
    Item.all.push(this);
  }
  static reset() {
    this.count = 0;
    this.epoch = (this.epoch || 0) + 1;
    return this.epoch;
  }
  static {
    this.fromBlock = [1];
  }
  static arrow = (texts) => texts[0];
  static isItself = function () {
    return this === Item;
  };
}
Item.count = 0;
Item.all = [];
Item.create = function () {
  return new this();
};
class Special extends Item {}

console.log(Special.tag, Item.tag, Item.epoch);
Item.tag = "base";
console.log(Special.tag);
Special.tag = "special";
console.log(Special.tag, Item.tag);
console.log(new Item().id, Item.create().id, new Special().id, Special.create() instanceof Special, Item.count);
console.log(Item.all.length, Item.reset(), Item.reset(), Item.epoch, Item.fromBlock, Item.isItself());
console.log(Item.arrow`a${1}b`, Item.arrow(["x"]));
const Shape = class {
  area() {
    return Shape.scale * 2;
  }
};
Shape.scale ??= 21;
Shape["unit"] = "cm";
console.log(new Shape().area(), Shape.unit, Shape.scale++, Shape.scale);
for (const one of [Item, Special]) console.log(one.name, one.tag, one.arrow(["y"]), one.create().id, one.missing);

class Adder {
  k = 2;
  get join() {
    return (texts) => texts[0] + this.k;
  }
  get add() {
    return function (n) {
      return this.k + n;
    };
  }
}
class Other extends Adder {
  k = 3;
  get join() {
    return (texts) => texts.join() + this.k;
  }
}
class Plain {
  k = 9;
  add = (n) => n * 2;
  join(texts) {
    return `${texts.length}m`;
  }
}
const literal = {
  k: 5,
  get join() {
    return (texts) => texts[1] ?? "none";
  },
  add(n) {
    return n + this.k;
  },
};
for (const one of [new Adder(), new Other(), new Plain(), literal]) console.log(one.join(["a"]), one.add(1));
console.log(new Adder().join(["q"]), new Other().add(4));

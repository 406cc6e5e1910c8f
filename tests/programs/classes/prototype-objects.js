// Prototypes that a program makes and changes while it runs: constructors inside functions, objects that inherit from
// objects, data on prototypes.
var Counters = (function () {
  var made = 0;
  function Counter(start) {
    if (!(this instanceof Counter)) return new Counter(start);
    this.n = start || 0;
    made++;
  }
  Counter.prototype.inc = function () {
    this.n++;
    return this;
  };
  Counter.prototype.valueOf = function () {
    return this.n;
  };
  Counter.prototype.step = 1;
  return { Counter: Counter, made: () => made };
})();
var c = Counters.Counter(5);
c.inc().inc();
console.log(c.n, c + 1, c.step, new Counters.Counter(9).inc().n, Counters.made(), c);
c.step = 7;
console.log(c.step, new Counters.Counter().step, 'inc' in c, c.hasOwnProperty('inc'), Object.keys(c));

function Shape(name) {
  this.name = name;
}
Shape.prototype.sides = 0;
Shape.prototype.area = function () {
  return 0;
};
Shape.prototype.toString = function () {
  return this.name + ' of ' + this.area() + ', sides: ' + this.sides;
};
function Rect(w, h) {
  Shape.call(this, 'rect');
  this.w = w;
  this.h = h;
}
Rect.prototype = Object.create(Shape.prototype, { constructor: { value: Rect } });
Rect.prototype.sides = 4;
Rect.prototype.area = function () {
  return this.w * this.h;
};
function Square(s) {
  Rect.call(this, s, s);
}
Square.prototype = Object.create(Rect.prototype);
for (const one of [new Shape('dot'), new Rect(2, 3), new Square(4)]) {
  console.log(String(one), one instanceof Shape, one instanceof Rect, one instanceof Square, one.constructor.name);
  const names = [];
  for (const name in one) names.push(name);
  console.log(names.join(), JSON.stringify(one), one);
}
console.log(Object.getPrototypeOf(new Rect(1, 1)) === Rect.prototype, Shape.prototype.isPrototypeOf(new Square(1)));
console.log(new Rect(1, 2).missing, typeof new Rect(1, 2).area);
try {
  new Rect(1, 2).missing();
} catch (error) {
  console.log(error.name, error.message);
}

const animal = {
  speak() {
    return this.name + ' speaks';
  },
  legs: 4,
};
const dog = Object.create(animal);
dog.name = 'dog';
const puppy = { __proto__: dog, name: 'puppy' };
const bird = { name: 'bird' };
Object.setPrototypeOf(bird, animal);
bird.legs = 2;
console.log(dog.speak(), puppy.speak(), bird.speak(), dog.legs, puppy.legs, bird.legs, puppy);
animal.speak = function () {
  return this.name + ' is quiet';
};
console.log(puppy.speak(), Object.getPrototypeOf(puppy) === dog, animal.isPrototypeOf(puppy), dog.isPrototypeOf(bird));
console.log([1, 2].map((x) => x + animal.legs), 'abc'.toUpperCase());

var Class = function () {};
Class.extend = function (members) {
  var parent = this.prototype;
  function Made() {
    if (this.init) this.init.apply(this, arguments);
  }
  Made.prototype = Object.create(parent);
  for (var name in members) Made.prototype[name] = members[name];
  Made.prototype.constructor = Made;
  Made.extend = Class.extend;
  return Made;
};
var Person = Class.extend({
  init: function (name) {
    this.name = name;
  },
  hello: function () {
    return 'I am ' + this.name;
  },
});
var Ninja = Person.extend({
  init: function (name) {
    Person.prototype.init.call(this, name);
    this.sword = true;
  },
});
var ninja = new Ninja('Bo');
console.log(ninja.hello(), ninja instanceof Person, ninja instanceof Class, ninja.sword);

function Pair(a, b) {
  return { a: a, b: b };
}
class Plain {
  constructor(x) {
    this.x = x;
  }
}
console.log(new Pair(1, 2), new Plain(3), new Plain(4) instanceof Plain);

// An object that inherits and has computed names lists its own only.
const animalKind = { legs: 4 };
const rex = Object.create(animalKind);
rex[`na${"me"}`] = "Rex";
rex[`a${rex.legs}`] = rex.legs;
console.log(Object.keys(rex), JSON.stringify(rex), rex.legs, { ...rex });
for (const name in rex) console.log(name);

const makeItem = (function () {
  function Item(a) { if (!new.target) return new Item(a); this.a = a; }
  Item.prototype = { constructor: Item, text() { return this.a; } };
  return (a) => Item(a);
})();
console.log(makeItem(3).text());
const Box = function (v) { this.v = v; };
Box.prototype.get = function () { return this.v; };
console.log(new Box(1).get(), new Box(2) instanceof Box);

// Functions made by a function become classes when they have got a prototype; members are copied to it by name.
const classes = {
  create() {
    return function () {
      this.initialize.apply(this, arguments);
    };
  },
};
const extended = (to, from) => {
  for (const name in from) to[name] = from[name];
  return to;
};
const Color = classes.create();
Color.prototype = {
  red: 0,
  initialize(red) {
    this.red = red;
  },
  toString() {
    return `rgb(${this.red})`;
  },
};
const Material = classes.create();
Material.prototype = { gloss: 2, initialize() {} };
const Solid = classes.create();
Solid.prototype = extended(new Material(), {
  initialize(color) {
    this.color = color;
  },
  shown() {
    return `${this.color} ${this.gloss}`;
  },
});
const solid = new Solid(new Color(3));
console.log(`${solid.color}`, solid.shown(), Object.keys(solid), new Color(1) instanceof Color);
console.log(solid instanceof Material, "" + new Color(4), solid.color + 1);

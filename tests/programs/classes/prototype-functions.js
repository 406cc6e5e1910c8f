"use strict";
function Shape(name) { this.name = name; this.tags = []; }
Shape.prototype.area = function () { return 0; };
Shape.prototype.describe = function () { return this.name + ":" + this.area() + ":" + this.tags.join(); };
Shape.prototype.tag = function (t) { this.tags.push(t); return this; };
function Circle(r) { Shape.call(this, "circle"); this.r = r; }
Circle.prototype = Object.create(Shape.prototype);
Circle.prototype.constructor = Circle;
Circle.prototype.area = function () { return 3 * this.r * this.r; };
Circle.prototype.describe = function () { return "<" + Shape.prototype.describe.call(this) + ">"; };
function Square(s) { Shape.call(this, "square"); this.s = s; }
Object.setPrototypeOf(Square.prototype, Shape.prototype);
Square.prototype.area = function () { return this.s * this.s; };
const shapes = [new Circle(2), new Square(3), new Shape("none").tag("x").tag("y")];
for (const one of shapes) console.log(one.describe(), one instanceof Shape, one instanceof Circle);
console.log(shapes);
function Point(x, y) { if (!(this instanceof Point)) return; this.x = x; this.y = y; }
Point.prototype = { add: function (o) { return new Point(this.x + o.x, this.y + o.y); }, get len() { return Math.sqrt(this.x * this.x + this.y * this.y); }, toString() { return "(" + this.x + "," + this.y + ")"; } };
console.log("" + new Point(1, 2).add(new Point(2, 2)), new Point(3, 4).len);
const Node2 = function (value, next) { this.value = value; this.next = next; };
let list = null;
for (let i = 0; i < 5; i++) list = new Node2(i * 2, list);
let sum = 0;
for (let n = list; n; n = n.next) sum += n.value;
console.log(sum);
function Scheduler() { this.queue = null; this.count = 0; }
function compare(a, b) { return this.count + a - b; }
Scheduler.prototype.compare = compare;
console.log(new Scheduler().compare(5, 2));
// Called with and without `new`.
function Item(a) { if (!new.target) return new Item(a); this.a = a; this.own = new.target === Item; }
Item.prototype.text = function () { return `${this.a} ${this.own} ${(() => new.target === undefined)()}`; };
function never() { return new.target === undefined ? "called" : "made"; }
console.log(Item(5).text(), new Item(6).text(), never());

// `constructor`: of its own prototype, or of the one that it inherits.
function Animal(name) {
  this.name = name;
}
Animal.prototype.clone = function () {
  return new this.constructor(this.name);
};
function Dog(name) {
  Animal.call(this, name);
}
Dog.prototype = Object.create(Animal.prototype);
Dog.prototype.constructor = Dog;
function Cat(name) {
  Animal.call(this, name);
}
Cat.prototype = Object.create(Animal.prototype);
const animals = [new Animal("a"), new Dog("d"), new Cat("c")];
console.log(animals.map((one) => one.constructor.name), animals[1].constructor === Dog);
console.log(animals[1].clone() instanceof Dog, animals[2].clone() instanceof Cat, animals[0].clone().name);

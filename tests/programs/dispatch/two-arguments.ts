import { multimethod, when } from "heddle/dispatch";
import { tagged } from "heddle/tagged";

// Things that meet: the classes of both decide what happens.
class Thing {
  name = "thing";
}
class Rock extends Thing {
  override name = "rock";
  mass = 3;
}
class Ship extends Thing {
  override name = "ship";
  crew = ["ann", "bob"];
}
class Tanker extends Ship {
  override name = "tanker";
  litres = 500;
}
class Ghost extends Thing {
  override name = "ghost";
}

function crash(rock: Rock, ship: Ship): string {
  rock.mass -= 1;
  return `${ship.crew.join(" and ")} hit by ${rock.mass}`;
}

const meet = multimethod(
  "meet",
  when(Rock, Ship, crash),
  when(Ship, Rock, (ship, rock) => crash(rock, ship)),
  when(Rock, Rock, (a, b) => `${a.mass + b.mass} together`),
  when(Ship, Ship, (a, b) => `${a.crew.length + b.crew.length} people meet`),
  when(Tanker, Rock, (tanker) => `a leak of ${tanker.litres}`),
  when(Thing, Ghost, (thing) => `${thing.name} is haunted`),
  when(Ghost, Thing, () => "boo"),
);

function tried(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof TypeError ? error.message : error;
  }
}

const things: Thing[] = [new Rock(), new Ship(), new Tanker(), new Ghost(), new Thing()];
for (const a of things) for (const b of things) console.log(a.name, b.name, tried(() => meet(a, b)));
console.log(meet(new Tanker(), new Tanker()), tried(() => meet(null, new Rock())), tried(() => meet(new Rock(), undefined)));
console.log(tried(() => meet({ name: "literal" }, new Rock())), tried(() => meet(new Rock(), [1])));

// Arithmetic of an interpreter: numbers that may live in pointers beside others.
abstract class Value {
  abstract show(): string;
}
class Int extends Value {
  value: number;
  constructor(value: number) {
    super();
    this.value = value;
  }
  show(): string {
    return `${this.value}`;
  }
}
tagged(Int);
class Float extends Value {
  float: number;
  constructor(float: number) {
    super();
    this.float = float;
  }
  show(): string {
    return this.float.toFixed(2);
  }
}
class Text extends Value {
  text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  show(): string {
    return this.text;
  }
}

const add = multimethod<Value>(
  "add",
  when(Int, Int, (a, b) => new Int(a.value + b.value)),
  when(Int, Float, (a, b) => new Float(a.value + b.float)),
  when(Float, Int, (a, b) => new Float(a.float + b.value)),
  when(Float, Float, (a, b) => new Float(a.float + b.float)),
  when(Text, Value, (a, b) => new Text(a.text + b.show())),
);
const values: Value[] = [new Int(3), new Float(0.5), new Text("t"), new Int(2 ** 50)];
for (const a of values) console.log(values.map((b) => tried(() => add(a, b).show())).join(" | "));
let sum: Value = new Int(0);
for (let i = 0; i < 1000; i++) sum = add(sum, i % 100 === 99 ? new Float(0.25) : new Int(i));
console.log(sum.show());

// Twice as far above on one side and on the other: several methods.
const either = multimethod("either", when(Thing, Ship, () => "right"), when(Ship, Thing, () => "left"));
console.log(either(new Ship(), new Rock()), either(new Rock(), new Tanker()), tried(() => either(things[1]!, things[1]!)));
const swallows = multimethod("swallows", when(Rock, Rock, () => {}));
console.log(swallows(new Rock(), new Rock()));

type Constructor<T = {}> = new (...args: any[]) => T;

function Timestamped<TBase extends Constructor>(Base: TBase) {
  return class extends Base {
    timestamp = 42;
    static kind = "timestamped";
    age(now: number) { return now - this.timestamp; }
  };
}

const Activatable = <TBase extends Constructor>(Base: TBase) => class Activatable extends Base {
  isActivated = false;
  activate() { this.isActivated = true; return this; }
  deactivate() { this.isActivated = false; }
  toString() { return `Activatable(${super.toString()})`; }
};

class User {
  name = "";
  constructor(name: string, readonly age2 = 3) { this.name = name; }
  toString() { return `User ${this.name} ${this.age2}`; }
}

class Point { constructor(public x: number, public y: number) {} }

const TimestampedUser = Timestamped(User);
const ActivePoint = Activatable(Point);

class SpecialUser extends Activatable(Timestamped(User)) {
  constructor(name: string, private level: number) { super(name, 7); }
  describe() { return `${this} level ${this.level} ${this.timestamp} ${this.isActivated}`; }
}

const t = new TimestampedUser("bob");
console.log(t.name, t.timestamp, t.age(50), `${t}`, t instanceof User, t instanceof TimestampedUser);
console.log(t);
const s = new SpecialUser("ann", 9);
s.activate();
console.log(s.describe());
console.log(s);
console.log(s instanceof User, s instanceof TimestampedUser, s instanceof SpecialUser);
const p = new ActivePoint(1, 2);
console.log(p, String(p.activate()));
console.log(TimestampedUser.kind, SpecialUser.kind, SpecialUser.name, ActivePoint.name);

const Counted = <T extends Constructor>(Base: T, start = 10) => {
  let count = start;
  class Counted extends Base {
    readonly serial = ++count;
    static get count() { return count; }
    constructor(...args: any[]) { super(...args); }
  }
  return Counted;
};
const CA = Counted(User), CB = Counted(Point, 100);
new CA("x"); new CA("y"); new CB(1, 2);
console.log(CA.count, CB.count, new CB(3, 4), new CA("z"));

class Animal { speak() { return "..."; } }
const Loud = (B: Constructor<Animal>) => class extends B { speak() { return super.speak().toUpperCase() + "!"; } };
const Twice = (B: Constructor<Animal>) => Loud(Loud(B));
class Dog extends Loud(Twice(Animal)) { speak() { return "woof " + super.speak(); } }
console.log(new Dog().speak());

function test(n: number) {
  class Local { v() { return n; } }
  const M = (B: Constructor<Local>) => class extends B { v() { return super.v() * 2; } };
  const C = M(Local);
  return new C().v() + new (M(C))().v();
}
console.log(test(1), test(5));
class Err extends Timestamped(Error) { }
const e = new Err("boom");
console.log(e.message, e.timestamp, e instanceof Error, e instanceof Err);
class Base2 extends (class { hi() { return "hi"; } }) {}
console.log(new Base2().hi());
export {};

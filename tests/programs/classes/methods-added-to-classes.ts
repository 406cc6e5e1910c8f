// Methods that are assigned to prototypes: of classes, listed by `for…in`; errors that give instances their own prototype.
class A {
  x = 1;
  m() {
    return `m${this.x}`;
  }
}
class B extends A {
  over() {
    return "B.over";
  }
}
interface A {
  added(k: number): number;
  over(): string;
  twice(): number;
}
A.prototype.added = function (this: A, k: number) {
  return this.x + k;
};
A.prototype.over = function () {
  return "A.over";
};
A.prototype.twice = function (this: A) {
  return this.added(1) * 2;
};
console.log(new A().added(4), new B().over(), new A().over(), new B().twice());
console.log(new B(), Object.keys(new A()), A.prototype.added.call(new B(), 9));
for (const name in new A()) console.log(name);
for (const name in new B()) console.log(name);
for (const name in { plain: 1 }) console.log(name);

class C {
  own() {
    return 1;
  }
}
function shared(this: C, n: number) {
  return this.own() + n;
}
(C.prototype as any).plus = shared;
console.log((new C() as any).plus(3), (new C() as any).minus?.(1));

class Failure extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Failure";
    Object.setPrototypeOf(this, Failure.prototype);
  }
}
class Loss extends Failure {
  constructor(message: string) {
    super(message);
    Object.setPrototypeOf(this, Loss.prototype);
    this.name = this.constructor.name;
  }
}
class Damage extends Failure {
  constructor(message: string) {
    super(message);
    Object.setPrototypeOf(this, new.target.prototype);
    this.name = new.target.name;
  }
}
try {
  throw new Loss("gone");
} catch (e) {
  console.log((e as Loss).name, e instanceof Loss, e instanceof Failure, (e as Loss).message);
}
console.log(String(new Damage("hurt")), new Failure("f") instanceof Loss);

// A field hides a method of some instances: the name is a property of all.
const plain: any = new C();
const hiding: any = new (class extends C {})();
hiding.own = 5;
console.log("own" in plain, "own" in hiding, plain.own(), hiding.own, "other" in plain);

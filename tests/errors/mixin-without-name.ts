class Base {}
const Named = <T extends new (...args: any[]) => object>(Parent: T) => class extends Parent {};
class Known extends Named(Base) {}
const list = [<T extends new (...args: any[]) => object>(Parent: T) => class extends Parent {}]; // error: a class can only extend a class known when the program is translated
console.log(new Known(), new (list[0]!(Base))());

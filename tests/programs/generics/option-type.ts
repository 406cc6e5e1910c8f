abstract class Option<T> {
  abstract map<U>(f: (value: T) => U): Option<U>;
  abstract or(other: T): T;
}
class Some<T> extends Option<T> {
  constructor(private readonly value: T) {
    super();
  }
  map<U>(f: (value: T) => U): Option<U> {
    return new Some(f(this.value));
  }
  or(_other: T): T {
    return this.value;
  }
}
class None<T> extends Option<T> {
  map<U>(_f: (value: T) => U): Option<U> {
    return new None<U>();
  }
  or(other: T): T {
    return other;
  }
}
function half(n: number): Option<number> {
  return n % 2 === 0 ? new Some(n / 2) : new None<number>();
}
console.log(half(10).map((n) => n + 1).or(0), half(7).map((n) => n + 1).or(-1));
console.log(half(4).map((n) => `<${n}>`).or("none"), half(5).map((n) => `<${n}>`).or("none"));

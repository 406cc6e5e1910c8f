// Generic functions in fields are called with several type arguments, beside generic methods of the same name; a
// list's methods make lists of a class that extends it.
type Option<T> = { some: true; value: T } | { some: false };
const Option = {
  some: <T>(value: T): Option<T> => ({ some: true, value }),
  none: { some: false } as Option<never>,
  from: <T>(value: T | null): Option<T> => (value === null ? Option.none : Option.some(value)),
  map: <T, U>(one: Option<T>, f: (value: T) => U): Option<U> => (one.some ? Option.some(f(one.value)) : one),
};
console.log(Option.map(Option.from<number>(5), (x) => `${x}!`), Option.from<string>(null), Option.from("b"));

class Wrapper {
  wrap<T>(value: T): T[] {
    return [value];
  }
  twice<T>(value: T): T[] {
    return [value, value];
  }
}
class Bound extends Wrapper {
  constructor() {
    super();
    this.twice = <T>(value: T): T[] => [value, value, value];
  }
}
const wrappers = [new Wrapper(), { wrap: <T>(value: T): T[] => [value, value], twice: <T>(value: T): T[] => [value] }, new Bound()];
for (const one of wrappers) console.log(one.wrap(1), one.wrap("a"), one.twice(2), one.twice("b"));

abstract class List<T> implements Iterable<T> {
  static readonly nil: List<never> = new (class Nil extends List<never> {})();
  static of<T>(...values: readonly T[]): List<T> {
    let list: List<T> = List.nil;
    for (let i = values.length; i-- > 0; ) list = list.prepend(values[i]);
    return list;
  }
  prepend(value: T): List<T> {
    return new Cons(value, this);
  }
  fold<A>(f: (all: A, value: T) => A, start: A): A {
    let all = start;
    for (const value of this) all = f(all, value);
    return all;
  }
  reverse(): List<T> {
    return this.fold<List<T>>((list, value) => list.prepend(value), List.nil);
  }
  map<U>(f: (value: T) => U): List<U> {
    return this.reverse().fold<List<U>>((list, value) => list.prepend(f(value)), List.nil);
  }
  *[Symbol.iterator](): Iterator<T> {
    let list: List<T> = this;
    while (list instanceof Cons) {
      yield list.head;
      list = list.tail;
    }
  }
}
class Cons<T> extends List<T> {
  constructor(readonly head: T, readonly tail: List<T>) {
    super();
  }
}
console.log([...List.of(1, 2, 3).map((x) => x * 1.5)], [...List.of("a", "b").reverse().map((x) => x + x)]);
function listsOf<T>(value: T): unknown[] {
  class Own extends List<T> {
    again(): unknown[] {
      return listsOf([value]);
    }
  }
  return [...new Own().prepend(value).prepend(value)];
}
console.log(listsOf(1), listsOf("x"));
// What accessors, static fields and tables give is called with several type arguments, too.
class Given {
  static readonly of = <T>(value: T): T[] => [value];
  get pair() {
    return <T>(value: T): T[] => [value, value];
  }
}
const shown: Record<string, <T>(value: T) => string> = { a: (value) => `a${value}`, b: (value) => `b${value}` };
console.log(Given.of(1), Given.of("x"), new Given().pair(1), new Given().pair("x"), shown.a(1), shown["b"]("x"));

// Names in brackets that constants, enums and templates say, of members of every kind.
const KEY = "run";
const SYMBOL = Symbol("symbol");
const PREFIX = `on${KEY}`;
enum Kind {
  A = "ka",
  B = "kb",
}
class A {
  [KEY]() {
    return "run!";
  }
  [SYMBOL]() {
    return "symbol!";
  }
  get [Symbol.toStringTag]() {
    return "Tag";
  }
  static [Symbol.hasInstance](x: unknown) {
    return x === 5;
  }
  static readonly [KEY] = 3;
  ["quoted"]() {
    return "q";
  }
  [`template`] = 5;
  get [Kind.A]() {
    return "kind";
  }
  [`${KEY}_${PREFIX}`]() {
    return "joined";
  }
  set [PREFIX](value: number) {
    console.log("set", value);
  }
}
const a: any = new A();
console.log(a.run(), a[KEY](), a[SYMBOL](), String(a), (5 as any) instanceof A, a.quoted(), a.template);
console.log((A as any)[KEY], A.run, a.ka, a.run_onrun(), a.run.name, a[PREFIX]);
a.onrun = 4;
console.log(Object.keys(a));
const literal: any = {
  [KEY]() {
    return 1;
  },
  get [KEY + "2"]() {
    return 2;
  },
  [Kind.B]: 3,
  get [SYMBOL]() {
    return 4;
  },
  set [`s${KEY}`](value: number) {
    console.log("literal", value);
  },
  *[Symbol.iterator]() {
    yield 1;
  },
};
console.log(literal.run(), literal.run2, literal.kb, literal[SYMBOL], [...literal]);
literal.srun = 3;

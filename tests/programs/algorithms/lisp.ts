// Integers, names, lists; lambda, if, arithmetic. Environments are chains of frames.
abstract class Value {
  abstract show(): string;
}
class Num extends Value {
  constructor(readonly n: number) {
    super();
  }
  show(): string {
    return String(this.n);
  }
}
class Sym extends Value {
  constructor(readonly name: string) {
    super();
  }
  show(): string {
    return this.name;
  }
}
class List extends Value {
  constructor(readonly items: Value[]) {
    super();
  }
  show(): string {
    const parts: string[] = [];
    for (const item of this.items) parts.push(item.show());
    return `(${parts.join(" ")})`;
  }
}
class Lambda extends Value {
  constructor(
    readonly parameters: string[],
    readonly body: Value,
    readonly env: Env,
  ) {
    super();
  }
  show(): string {
    return `<lambda of ${this.parameters.length}>`;
  }
}
class Env {
  private readonly names: string[] = [];
  private readonly values: Value[] = [];
  constructor(private readonly outer: Env | null) {}
  define(name: string, value: Value): void {
    this.names.push(name);
    this.values.push(value);
  }
  lookup(name: string): Value {
    for (let i = this.names.length - 1; i >= 0; i--) if (this.names[i] === name) return this.values[i]!;
    if (this.outer === null) throw new Error(`unbound ${name}`);
    return this.outer.lookup(name);
  }
}
class Reader {
  private at = 0;
  constructor(private readonly text: string) {}
  read(): Value {
    while (this.text[this.at] === " ") this.at++;
    if (this.at >= this.text.length) throw new Error("unexpected end");
    if (this.text[this.at] === "(") {
      this.at++;
      const items: Value[] = [];
      for (;;) {
        while (this.text[this.at] === " ") this.at++;
        if (this.text[this.at] === ")") {
          this.at++;
          return new List(items);
        }
        items.push(this.read());
      }
    }
    const start = this.at;
    while (this.at < this.text.length && " ()".indexOf(this.text[this.at]!) < 0) this.at++;
    const word = this.text.slice(start, this.at);
    const n = Number(word);
    return Number.isNaN(n) ? new Sym(word) : new Num(n);
  }
}
function number(value: Value): number {
  if (value instanceof Num) return value.n;
  throw new Error(`not a number: ${value.show()}`);
}
function evaluate(value: Value, env: Env): Value {
  if (value instanceof Sym) return env.lookup(value.name);
  if (!(value instanceof List)) return value;
  const items = value.items;
  const head = items[0];
  if (head === undefined) return value;
  if (head instanceof Sym) {
    switch (head.name) {
      case "if":
        return evaluate(number(evaluate(items[1]!, env)) !== 0 ? items[2]! : items[3]!, env);
      case "define": {
        const defined = evaluate(items[2]!, env);
        env.define(items[1]!.show(), defined);
        return defined;
      }
      case "lambda": {
        const names: string[] = [];
        for (const p of (items[1] as List).items) names.push(p.show());
        return new Lambda(names, items[2]!, env);
      }
      case "+":
        return new Num(number(evaluate(items[1]!, env)) + number(evaluate(items[2]!, env)));
      case "-":
        return new Num(number(evaluate(items[1]!, env)) - number(evaluate(items[2]!, env)));
      case "*":
        return new Num(number(evaluate(items[1]!, env)) * number(evaluate(items[2]!, env)));
      case "<":
        return new Num(number(evaluate(items[1]!, env)) < number(evaluate(items[2]!, env)) ? 1 : 0);
    }
  }
  const f = evaluate(head, env);
  if (!(f instanceof Lambda)) throw new Error(`not a function: ${f.show()}`);
  const frame = new Env(f.env);
  for (let i = 0; i < f.parameters.length; i++) frame.define(f.parameters[i]!, evaluate(items[i + 1]!, env));
  return evaluate(f.body, frame);
}
const globals = new Env(null);
const lines = [
  "(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))",
  "(fact 10)",
  "(define adder (lambda (n) (lambda (x) (+ x n))))",
  "((adder 5) 0.5)",
  "(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))",
  "(fib 12)",
  "(+ 1 unknown)",
  "(1 2)",
  "(+ 1 (",
];
for (const line of lines) {
  try {
    console.log(evaluate(new Reader(line).read(), globals).show());
  } catch (error) {
    console.log(`error: ${(error as Error).message}`);
  }
}

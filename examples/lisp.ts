/**
 * A small Lisp: reader, closures, tail calls without growth of the stack, macros by quasi-quotation, and a prelude in
 * itself. Without an argument it runs programs of its own; with one it evaluates that text and prints each result.
 *
 *   lisp ["(+ 1 2)" …]
 */
class LispError extends Error {
  override name = "LispError";
}

class Sym {
  static readonly #known = new Map<string, Sym>();
  readonly name: string;

  private constructor(name: string) {
    this.name = name;
  }

  static of(name: string): Sym {
    let symbol = Sym.#known.get(name);
    if (symbol === undefined) {
      symbol = new Sym(name);
      Sym.#known.set(name, symbol);
    }
    return symbol;
  }
}

class Pair {
  readonly head: Value;
  readonly tail: Value;

  constructor(head: Value, tail: Value) {
    this.head = head;
    this.tail = tail;
  }
}

class Closure {
  readonly parameters: Value;
  readonly body: Value;
  readonly scope: Scope;
  readonly isMacro: boolean;

  constructor(parameters: Value, body: Value, scope: Scope, isMacro: boolean) {
    this.parameters = parameters;
    this.body = body;
    this.scope = scope;
    this.isMacro = isMacro;
  }
}

class Builtin {
  readonly name: string;
  readonly run: (args: Value[]) => Value;

  constructor(name: string, run: (args: Value[]) => Value) {
    this.name = name;
    this.run = run;
  }
}

/** The empty list is null; there is no other false value than `false`. */
type Value = number | string | boolean | null | Sym | Pair | Closure | Builtin;

class Scope {
  readonly #values = new Map<Sym, Value>();
  readonly #outer: Scope | null;

  constructor(outer: Scope | null) {
    this.#outer = outer;
  }

  define(symbol: Sym, value: Value): void {
    this.#values.set(symbol, value);
  }

  lookUp(symbol: Sym): Value {
    for (let scope: Scope | null = this; scope !== null; scope = scope.#outer) {
      const value = scope.#values.get(symbol);
      if (value !== undefined) return value;
    }
    throw new LispError(`${symbol.name} is not defined`);
  }

  assign(symbol: Sym, value: Value): void {
    for (let scope: Scope | null = this; scope !== null; scope = scope.#outer) {
      if (!scope.#values.has(symbol)) continue;
      scope.#values.set(symbol, value);
      return;
    }
    throw new LispError(`${symbol.name} is not defined`);
  }
}

const QUOTE = Sym.of("quote");
const QUASIQUOTE = Sym.of("quasiquote");
const UNQUOTE = Sym.of("unquote");
const IF = Sym.of("if");
const DEFINE = Sym.of("define");
const SET = Sym.of("set!");
const LAMBDA = Sym.of("lambda");
const MACRO = Sym.of("macro");
const BEGIN = Sym.of("begin");

function list(...items: Value[]): Value {
  return items.reduceRight<Value>((tail, head) => new Pair(head, tail), null);
}

/** The elements of a proper list. */
function* elements(value: Value): Generator<Value> {
  let rest = value;
  while (rest instanceof Pair) {
    yield rest.head;
    rest = rest.tail;
  }
  if (rest !== null) throw new LispError(`not a list: ${show(value)}`);
}

function head(value: Value): Value {
  if (value instanceof Pair) return value.head;
  throw new LispError(`not a pair: ${show(value)}`);
}

function tail(value: Value): Value {
  if (value instanceof Pair) return value.tail;
  throw new LispError(`not a pair: ${show(value)}`);
}

function show(value: Value): string {
  if (value === null) return "()";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "boolean") return value ? "#t" : "#f";
  if (typeof value === "number") return String(value);
  if (value instanceof Sym) return value.name;
  if (value instanceof Builtin) return `#<builtin ${value.name}>`;
  if (value instanceof Closure) return value.isMacro ? "#<macro>" : "#<lambda>";
  const parts: string[] = [];
  let rest: Value = value;
  for (; rest instanceof Pair; rest = rest.tail) parts.push(show(rest.head));
  if (rest !== null) parts.push(".", show(rest));
  return `(${parts.join(" ")})`;
}

const DELIMITERS = "()'`,\" \n\t;";

class Reader {
  readonly #text: string;
  #place = 0;

  constructor(text: string) {
    this.#text = text;
  }

  *values(): Generator<Value> {
    for (this.#skip(); this.#place < this.#text.length; this.#skip()) yield this.#value();
  }

  #skip(): void {
    for (; this.#place < this.#text.length; this.#place++) {
      const character = this.#text[this.#place]!;
      if (character === ";") while (this.#place < this.#text.length && this.#text[this.#place] !== "\n") this.#place++;
      else if (character !== " " && character !== "\n" && character !== "\t") return;
    }
  }

  #value(): Value {
    this.#skip();
    const character = this.#text[this.#place++];
    switch (character) {
      case undefined:
        throw new LispError("the text ends within a value");
      case "(":
        return this.#list();
      case ")":
        throw new LispError("unexpected )");
      case "'":
        return list(QUOTE, this.#value());
      case "`":
        return list(QUASIQUOTE, this.#value());
      case ",":
        return list(UNQUOTE, this.#value());
      case '"':
        return this.#string();
      default:
        return this.#atom(this.#place - 1);
    }
  }

  /** What follows "(": elements, then perhaps a dot and the tail. */
  #list(): Value {
    this.#skip();
    if (this.#text[this.#place] === ")") {
      this.#place++;
      return null;
    }
    const first = this.#value();
    if (first !== Sym.of(".")) return new Pair(first, this.#list());
    const last = this.#value();
    if (this.#list() !== null) throw new LispError("more than one value after a dot");
    return last;
  }

  #string(): string {
    const end = this.#text.indexOf('"', this.#place);
    if (end < 0) throw new LispError("unterminated string");
    const text = this.#text.slice(this.#place, end);
    this.#place = end + 1;
    return text;
  }

  #atom(start: number): Value {
    while (this.#place < this.#text.length && !DELIMITERS.includes(this.#text[this.#place]!)) this.#place++;
    const text = this.#text.slice(start, this.#place);
    if (text === "#t") return true;
    if (text === "#f") return false;
    const number = Number(text);
    return Number.isNaN(number) ? Sym.of(text) : number;
  }
}

function quasi(template: Value, scope: Scope): Value {
  if (!(template instanceof Pair)) return template;
  if (template.head === UNQUOTE) return evaluate(head(template.tail), scope);
  return new Pair(quasi(template.head, scope), quasi(template.tail, scope));
}

function bind(closure: Closure, args: Value): Scope {
  const scope = new Scope(closure.scope);
  let parameters = closure.parameters;
  let rest = args;
  while (parameters instanceof Pair) {
    if (!(rest instanceof Pair)) throw new LispError(`too few arguments for ${show(closure.parameters)}`);
    scope.define(parameters.head as Sym, rest.head);
    parameters = parameters.tail;
    rest = rest.tail;
  }
  if (parameters instanceof Sym) scope.define(parameters, rest);
  else if (rest !== null) throw new LispError(`too many arguments for ${show(closure.parameters)}`);
  return scope;
}

function evaluateAll(values: Value, scope: Scope): Value {
  return list(...[...elements(values)].map((value) => evaluate(value, scope)));
}

/** Evaluates all but the last of a sequence; the last is for the caller, so that tail calls do not grow the stack. */
function leading(body: Value, scope: Scope): Value {
  let rest = body;
  while (rest instanceof Pair && rest.tail !== null) {
    evaluate(rest.head, scope);
    rest = rest.tail;
  }
  return rest === null ? null : head(rest);
}

function define(form: Value, scope: Scope): Value {
  const target = head(form);
  if (target instanceof Pair) {
    scope.define(target.head as Sym, new Closure(target.tail, tail(form), scope, false));
    return target.head;
  }
  scope.define(target as Sym, evaluate(head(tail(form)), scope));
  return target;
}

function evaluate(expression: Value, within: Scope): Value {
  let value = expression;
  let scope = within;
  for (;;) {
    if (value instanceof Sym) return scope.lookUp(value);
    if (!(value instanceof Pair)) return value;
    const rest = value.tail;
    switch (value.head) {
      case QUOTE:
        return head(rest);
      case QUASIQUOTE:
        return quasi(head(rest), scope);
      case DEFINE:
        return define(rest, scope);
      case SET:
        scope.assign(head(rest) as Sym, evaluate(head(tail(rest)), scope));
        return null;
      case LAMBDA:
        return new Closure(head(rest), tail(rest), scope, false);
      case MACRO:
        return new Closure(head(rest), tail(rest), scope, true);
      case IF: {
        const branches = tail(rest);
        if (evaluate(head(rest), scope) !== false) value = head(branches);
        else value = tail(branches) === null ? null : head(tail(branches));
        continue;
      }
      case BEGIN:
        value = leading(rest, scope);
        continue;
    }
    const callee = evaluate(value.head, scope);
    if (callee instanceof Builtin) return callee.run([...elements(evaluateAll(rest, scope))]);
    if (!(callee instanceof Closure)) throw new LispError(`not a function: ${show(callee)}`);
    if (callee.isMacro) {
      const inner = bind(callee, rest);
      value = evaluate(leading(callee.body, inner), inner);
      continue;
    }
    scope = bind(callee, evaluateAll(rest, scope));
    value = leading(callee.body, scope);
  }
}

function numbers(name: string, args: Value[]): number[] {
  return args.map((arg) => {
    if (typeof arg !== "number") throw new LispError(`${name}: not a number: ${show(arg)}`);
    return arg;
  });
}

function same(a: Value, b: Value): boolean {
  if (a instanceof Pair && b instanceof Pair) return same(a.head, b.head) && same(a.tail, b.tail);
  return a === b;
}

function globals(): Scope {
  const scope = new Scope(null);
  const add = (name: string, run: (args: Value[]) => Value) => scope.define(Sym.of(name), new Builtin(name, run));
  const arithmetic = (name: string, step: (a: number, b: number) => number) =>
    add(name, (args) => numbers(name, args).reduce(step));
  const comparison = (name: string, test: (a: number, b: number) => boolean) =>
    add(name, (args) => {
      const [a = 0, b = 0] = numbers(name, args);
      return test(a, b);
    });
  arithmetic("+", (a, b) => a + b);
  arithmetic("-", (a, b) => a - b);
  arithmetic("*", (a, b) => a * b);
  arithmetic("/", (a, b) => a / b);
  arithmetic("modulo", (a, b) => ((a % b) + b) % b);
  comparison("<", (a, b) => a < b);
  comparison(">", (a, b) => a > b);
  comparison("=", (a, b) => a === b);
  add("equal?", ([a = null, b = null]) => same(a, b));
  add("null?", ([value]) => value === null);
  add("pair?", ([value]) => value instanceof Pair);
  add("cons", ([first = null, rest = null]) => new Pair(first, rest));
  add("car", ([value = null]) => head(value));
  add("cdr", ([value = null]) => tail(value));
  add("list", (args) => list(...args));
  add("string-append", (args) => args.map((arg) => (typeof arg === "string" ? arg : show(arg))).join(""));
  add("display", (args) => {
    console.log(args.map((arg) => (typeof arg === "string" ? arg : show(arg))).join(" "));
    return null;
  });
  run(PRELUDE, scope);
  return scope;
}

const PRELUDE = `
  (define (not x) (if x #f #t))
  (define (append a b) (if (null? a) b (cons (car a) (append (cdr a) b))))
  (define (map f xs) (if (null? xs) '() (cons (f (car xs)) (map f (cdr xs)))))
  (define (filter keep xs)
    (if (null? xs) '() (if (keep (car xs)) (cons (car xs) (filter keep (cdr xs))) (filter keep (cdr xs)))))
  (define (fold f start xs) (if (null? xs) start (fold f (f start (car xs)) (cdr xs))))
  (define (range from to) (if (< from to) (cons from (range (+ from 1) to)) '()))
  (define let (macro (bindings . body) \`((lambda ,(map car bindings) . ,body) . ,(map (lambda (b) (car (cdr b))) bindings))))
  (define cond (macro clauses
    (if (null? clauses) #f
      \`(if ,(car (car clauses)) (begin . ,(cdr (car clauses))) (cond . ,(cdr clauses))))))
  (define and (macro (a b) \`(if ,a ,b #f)))
  (define or (macro (a b) \`(let ((it ,a)) (if it it ,b))))
`;

const PROGRAMS = `
  ; Numbers
  (define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
  (display "fib 17:" (fib 17))
  (define (count-down n) (cond ((= n 0) "done") (#t (count-down (- n 1)))))
  (display "a long loop:" (count-down 20000))

  ; Lists
  (define (sort xs)
    (if (null? xs) '()
      (let ((pivot (car xs)) (rest (cdr xs)))
        (append (sort (filter (lambda (x) (< x pivot)) rest))
                (cons pivot (sort (filter (lambda (x) (not (< x pivot))) rest)))))))
  (display "sorted:" (sort (map (lambda (i) (modulo (* i 37) 101)) (range 0 20))))
  (define (queens size)
    (define (safe? row distance placed)
      (or (null? placed)
          (and (not (= (car placed) row))
               (and (not (= (car placed) (+ row distance)))
                    (and (not (= (car placed) (- row distance))) (safe? row (+ distance 1) (cdr placed)))))))
    (define (place column placed)
      (if (= column size) 1
        (fold (lambda (sum row) (if (safe? row 1 placed) (+ sum (place (+ column 1) (cons row placed))) sum))
              0 (range 0 size))))
    (place 0 '()))
  (display "ways to place 6 queens:" (queens 6))

  ; Closures and assignment
  (define (counter) (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n))))
  (define a (counter))
  (define b (counter))
  (a) (a)
  (display "two counters:" (list (a) (b)))

  ; Programs as data
  (define (derive e)
    (cond ((equal? e 'x) 1)
          ((not (pair? e)) 0)
          ((equal? (car e) '+) (list '+ (derive (car (cdr e))) (derive (car (cdr (cdr e))))))
          (#t (list '+ (list '* (car (cdr e)) (derive (car (cdr (cdr e)))))
                       (list '* (derive (car (cdr e))) (car (cdr (cdr e))))))))
  (display "derivative:" (derive '(+ (* x x) (* 3 x))))
  (display \`(unquoted ,(+ 1 2) "text" . rest))
`;

/** Evaluates a text; the results of its expressions. */
function run(text: string, scope: Scope): Value[] {
  return [...new Reader(text).values()].map((value) => evaluate(value, scope));
}

const texts = process.argv.slice(2);
const scope = globals();
if (texts.length === 0) run(PROGRAMS, scope);
for (const text of texts.length > 0 ? texts : ["(car 5)", "(undefined-name)", "((lambda (x) x))", "(1 2"]) {
  try {
    for (const result of run(text, scope)) console.log(show(result));
  } catch (error) {
    if (!(error instanceof LispError)) throw error;
    console.log(`${error.name}: ${error.message}`);
  }
}

/**
 * A small language: scanner, one-pass compiler, and a stack machine for the bytecode, with a program in it.
 *
 *   bytecode [SCALE [time]]      SCALE is handed to the program: how much of everything it computes
 *
 * Values are 32-bit integers. An array is the place of its first element in the machine's memory.
 */
const PROGRAM = `
fn sieve(limit) {
  let composite = array limit + 1;
  let count = 0;
  let i = 2;
  while i <= limit {
    if composite[i] == 0 {
      count = count + 1;
      let j = i + i;
      while j <= limit { composite[j] = 1; j = j + i; }
    }
    i = i + 1;
  }
  return count;
}

fn fib(n) {
  if n < 2 { return n; }
  return fib(n - 1) + fib(n - 2);
}

fn collatz(limit) {
  let best = 0;
  let bestLength = 0;
  let start = 1;
  while start < limit {
    let n = start;
    let length = 1;
    while n != 1 {
      if n % 2 == 0 { n = n / 2; } else { n = 3 * n + 1; }
      length = length + 1;
    }
    if length > bestLength { best = start; bestLength = length; }
    start = start + 1;
  }
  return best;
}

fn shuffledSum(size, rounds) {
  let numbers = array size;
  let seed = 42;
  let i = 0;
  while i < size { numbers[i] = i; i = i + 1; }
  while rounds > 0 {
    i = size - 1;
    while i > 0 {
      seed = (seed * 1103515245 + 12345) & 2147483647;
      let j = seed % (i + 1);
      let kept = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = kept;
      i = i - 1;
    }
    rounds = rounds - 1;
  }
  let sum = 0;
  i = 0;
  while i < size { sum = sum * 31 + numbers[i]; i = i + 1; }
  return sum;
}

fn isEven(n) { if n == 0 { return 1; } return isOdd(n - 1); }
fn isOdd(n) { if n == 0 { return 0; } return isEven(n - 1); }

fn main(scale) {
  print sieve(2000 * scale);
  let i = 0;
  let total = 0;
  while i < scale {
    total = total + fib(12 + i % 8) + collatz(100 + i % 100);
    i = i + 1;
  }
  print total;
  print shuffledSum(100, 10 * scale);
  print isEven(100) - isOdd(99);
}
`;

const TOKEN_END = 0;
const TOKEN_NAME = 1;
const TOKEN_NUMBER = 2;
const TOKEN_SIGN = 3;

class LanguageError extends Error {
  constructor(message: string, line: number) {
    super(`line ${line}: ${message}`);
    this.name = "LanguageError";
  }
}

function isDigit(char: number): boolean {
  return char >= 48 && char <= 57;
}

function isLetter(char: number): boolean {
  return (char >= 97 && char <= 122) || (char >= 65 && char <= 90);
}

/** Cuts the text into tokens, one at a time: `kind`, `text` and `value` tell of the current one. */
class Scanner {
  kind = TOKEN_END;
  text = "";
  value = 0;
  line = 1;
  private readonly source: string;
  private position = 0;

  constructor(source: string) {
    this.source = source;
    this.next();
  }

  next(): void {
    this.skipSpace();
    const source = this.source;
    const start = this.position;
    if (start >= source.length) {
      this.kind = TOKEN_END;
      this.text = "the end";
      return;
    }
    const first = source.charCodeAt(start);
    if (isLetter(first)) {
      this.kind = TOKEN_NAME;
      while (isLetter(source.charCodeAt(this.position))) this.position++;
    } else if (isDigit(first)) {
      this.kind = TOKEN_NUMBER;
      this.value = 0;
      while (isDigit(source.charCodeAt(this.position))) {
        this.value = (this.value * 10 + (source.charCodeAt(this.position) - 48)) | 0;
        this.position++;
      }
    } else {
      this.kind = TOKEN_SIGN;
      this.position++;
      const isComparison = first === 60 || first === 61 || first === 62 || first === 33;
      if (isComparison && source.charCodeAt(this.position) === 61) this.position++;
    }
    this.text = source.slice(start, this.position);
  }

  private skipSpace(): void {
    while (this.position < this.source.length) {
      const char = this.source.charCodeAt(this.position);
      if (char === 10) this.line++;
      else if (char !== 32) return;
      this.position++;
    }
  }
}

const OP_CONSTANT = 0;
const OP_LOAD = 1;
const OP_STORE = 2;
const OP_LOAD_ELEMENT = 3;
const OP_STORE_ELEMENT = 4;
const OP_NEW_ARRAY = 5;
const OP_ADD = 6;
const OP_SUBTRACT = 7;
const OP_MULTIPLY = 8;
const OP_DIVIDE = 9;
const OP_REMAINDER = 10;
const OP_AND = 11;
const OP_LESS = 12;
const OP_LESS_EQUAL = 13;
const OP_EQUAL = 14;
const OP_NOT_EQUAL = 15;
const OP_JUMP = 16;
const OP_JUMP_IF_ZERO = 17;
const OP_CALL = 18;
const OP_RETURN = 19;
const OP_PRINT = 20;
const OP_POP = 21;
const OP_HALT = 22;

class FunctionInfo {
  readonly name: string;
  /** Where its code starts; -1 while it was only called so far. */
  entry = -1;
  parameters = 0;
  /** Parameters and variables: what a call has to reserve. */
  slots = 0;

  constructor(name: string) {
    this.name = name;
  }
}

function findFunction(functions: FunctionInfo[], name: string): number {
  for (let i = 0; i < functions.length; i++) {
    if (functions[i]!.name === name) return i;
  }
  functions.push(new FunctionInfo(name));
  return functions.length - 1;
}

class Compiler {
  readonly code: number[] = [];
  readonly functions: FunctionInfo[] = [];
  private readonly scanner: Scanner;
  private variables: string[] = [];

  constructor(source: string) {
    this.scanner = new Scanner(source);
  }

  compile(): void {
    this.code.push(OP_CALL, findFunction(this.functions, "main"), 1, OP_HALT);
    while (this.scanner.kind !== TOKEN_END) this.compileFunction();
    for (const info of this.functions) {
      if (info.entry < 0) this.fail(`${info.name} is not defined`);
    }
  }

  private compileFunction(): void {
    this.expect("fn");
    const info = this.functions[findFunction(this.functions, this.name())]!;
    info.entry = this.code.length;
    this.variables = [];
    this.expect("(");
    while (!this.accept(")")) {
      this.variables.push(this.name());
      this.accept(",");
    }
    info.parameters = this.variables.length;
    this.compileBlock();
    this.code.push(OP_CONSTANT, 0, OP_RETURN);
    info.slots = this.variables.length;
  }

  private compileBlock(): void {
    this.expect("{");
    while (!this.accept("}")) this.compileStatement();
  }

  private compileStatement(): void {
    const code = this.code;
    if (this.accept("let")) {
      const name = this.name();
      if (this.variables.indexOf(name) < 0) this.variables.push(name);
      this.expect("=");
      this.compileExpression();
      this.expect(";");
      code.push(OP_STORE, this.variables.indexOf(name));
    } else if (this.accept("while")) {
      const start = code.length;
      this.compileExpression();
      const exit = this.jump(OP_JUMP_IF_ZERO);
      this.compileBlock();
      code.push(OP_JUMP, start);
      this.land(exit);
    } else if (this.accept("if")) {
      this.compileExpression();
      const otherwise = this.jump(OP_JUMP_IF_ZERO);
      this.compileBlock();
      if (this.accept("else")) {
        const end = this.jump(OP_JUMP);
        this.land(otherwise);
        this.compileBlock();
        this.land(end);
      } else {
        this.land(otherwise);
      }
    } else if (this.accept("return")) {
      this.compileExpression();
      this.expect(";");
      code.push(OP_RETURN);
    } else if (this.accept("print")) {
      this.compileExpression();
      this.expect(";");
      code.push(OP_PRINT);
    } else {
      this.compileAssignmentOrCall();
    }
  }

  private compileAssignmentOrCall(): void {
    const name = this.name();
    if (this.accept("(")) {
      this.compileCall(name);
      this.code.push(OP_POP);
    } else if (this.accept("[")) {
      this.code.push(OP_LOAD, this.slot(name));
      this.compileExpression();
      this.expect("]");
      this.expect("=");
      this.compileExpression();
      this.code.push(OP_STORE_ELEMENT);
    } else {
      this.expect("=");
      this.compileExpression();
      this.code.push(OP_STORE, this.slot(name));
    }
    this.expect(";");
  }

  private compileExpression(): void {
    this.compileSum();
    if (this.accept("<")) this.compileComparison(OP_LESS, false);
    else if (this.accept("<=")) this.compileComparison(OP_LESS_EQUAL, false);
    else if (this.accept(">")) this.compileComparison(OP_LESS_EQUAL, true);
    else if (this.accept(">=")) this.compileComparison(OP_LESS, true);
    else if (this.accept("==")) this.compileComparison(OP_EQUAL, false);
    else if (this.accept("!=")) this.compileComparison(OP_NOT_EQUAL, false);
  }

  /** `a > b` is `(a <= b) == 0`. */
  private compileComparison(operation: number, inverted: boolean): void {
    this.compileSum();
    this.code.push(operation);
    if (inverted) this.code.push(OP_CONSTANT, 0, OP_EQUAL);
  }

  private compileSum(): void {
    this.compileProduct();
    for (;;) {
      let operation: number;
      if (this.accept("+")) operation = OP_ADD;
      else if (this.accept("-")) operation = OP_SUBTRACT;
      else if (this.accept("&")) operation = OP_AND;
      else return;
      this.compileProduct();
      this.code.push(operation);
    }
  }

  private compileProduct(): void {
    this.compilePrimary();
    for (;;) {
      let operation: number;
      if (this.accept("*")) operation = OP_MULTIPLY;
      else if (this.accept("/")) operation = OP_DIVIDE;
      else if (this.accept("%")) operation = OP_REMAINDER;
      else return;
      this.compilePrimary();
      this.code.push(operation);
    }
  }

  private compilePrimary(): void {
    const scanner = this.scanner;
    if (scanner.kind === TOKEN_NUMBER) {
      this.code.push(OP_CONSTANT, scanner.value);
      scanner.next();
    } else if (this.accept("(")) {
      this.compileExpression();
      this.expect(")");
    } else if (this.accept("array")) {
      this.compileSum();
      this.code.push(OP_NEW_ARRAY);
    } else {
      const name = this.name();
      if (this.accept("(")) {
        this.compileCall(name);
      } else {
        this.code.push(OP_LOAD, this.slot(name));
        if (this.accept("[")) {
          this.compileExpression();
          this.expect("]");
          this.code.push(OP_LOAD_ELEMENT);
        }
      }
    }
  }

  private compileCall(name: string): void {
    let count = 0;
    while (!this.accept(")")) {
      this.compileExpression();
      this.accept(",");
      count++;
    }
    this.code.push(OP_CALL, findFunction(this.functions, name), count);
  }

  private jump(operation: number): number {
    this.code.push(operation, -1);
    return this.code.length - 1;
  }

  private land(jump: number): void {
    this.code[jump] = this.code.length;
  }

  private slot(name: string): number {
    const slot = this.variables.indexOf(name);
    if (slot < 0) this.fail(`${name} is not defined`);
    return slot;
  }

  private name(): string {
    const name = this.scanner.text;
    if (this.scanner.kind !== TOKEN_NAME) this.fail(`expected a name, found ${name}`);
    this.scanner.next();
    return name;
  }

  private accept(text: string): boolean {
    if (this.scanner.text !== text) return false;
    this.scanner.next();
    return true;
  }

  private expect(text: string): void {
    if (!this.accept(text)) this.fail(`expected ${text}, found ${this.scanner.text}`);
  }

  private fail(message: string): never {
    throw new LanguageError(message, this.scanner.line);
  }
}

const STACK_SIZE = 10_000;

class Machine {
  private readonly code: number[];
  private readonly functions: FunctionInfo[];
  private readonly stack: number[] = [];
  private readonly memory: number[] = [];

  constructor(code: number[], functions: FunctionInfo[]) {
    this.code = code;
    this.functions = functions;
    for (let i = 0; i < STACK_SIZE; i++) this.stack.push(0);
  }

  run(argument: number): void {
    const code = this.code;
    const stack = this.stack;
    const memory = this.memory;
    stack[0] = argument | 0;
    let top = 1;
    let frame = 0;
    let pc = 0;
    for (;;) {
      const operation = code[pc++]!;
      switch (operation) {
        case OP_CONSTANT:
          stack[top++] = code[pc++]!;
          break;
        case OP_LOAD:
          stack[top++] = stack[frame + code[pc++]!]!;
          break;
        case OP_STORE:
          stack[frame + code[pc++]!] = stack[--top]!;
          break;
        case OP_LOAD_ELEMENT:
          top--;
          stack[top - 1] = memory[stack[top - 1]! + stack[top]!]!;
          break;
        case OP_STORE_ELEMENT:
          top -= 3;
          memory[stack[top]! + stack[top + 1]!] = stack[top + 2]!;
          break;
        case OP_NEW_ARRAY: {
          const start = memory.length;
          for (let i = stack[top - 1]!; i > 0; i--) memory.push(0);
          stack[top - 1] = start;
          break;
        }
        case OP_ADD:
          top--;
          stack[top - 1] = (stack[top - 1]! + stack[top]!) | 0;
          break;
        case OP_SUBTRACT:
          top--;
          stack[top - 1] = (stack[top - 1]! - stack[top]!) | 0;
          break;
        case OP_MULTIPLY:
          top--;
          stack[top - 1] = Math.imul(stack[top - 1]!, stack[top]!);
          break;
        case OP_DIVIDE:
          top--;
          stack[top - 1] = (stack[top - 1]! / stack[top]!) | 0;
          break;
        case OP_REMAINDER:
          top--;
          stack[top - 1] = (stack[top - 1]! % stack[top]!) | 0;
          break;
        case OP_AND:
          top--;
          stack[top - 1] = stack[top - 1]! & stack[top]!;
          break;
        case OP_LESS:
          top--;
          stack[top - 1] = stack[top - 1]! < stack[top]! ? 1 : 0;
          break;
        case OP_LESS_EQUAL:
          top--;
          stack[top - 1] = stack[top - 1]! <= stack[top]! ? 1 : 0;
          break;
        case OP_EQUAL:
          top--;
          stack[top - 1] = stack[top - 1] === stack[top] ? 1 : 0;
          break;
        case OP_NOT_EQUAL:
          top--;
          stack[top - 1] = stack[top - 1] !== stack[top] ? 1 : 0;
          break;
        case OP_JUMP:
          pc = code[pc]!;
          break;
        case OP_JUMP_IF_ZERO:
          pc = stack[--top] === 0 ? code[pc]! : pc + 1;
          break;
        case OP_CALL: {
          // A frame: parameters, variables, the caller's frame, the place to return to.
          const info = this.functions[code[pc]!]!;
          if (code[pc + 1] !== info.parameters) throw new Error(`${info.name} takes ${info.parameters} arguments`);
          const start = top - info.parameters;
          top = start + info.slots;
          if (top + 100 > STACK_SIZE) throw new RangeError(`${info.name}: the stack is full`);
          stack[top++] = frame;
          stack[top++] = pc + 2;
          frame = start;
          pc = info.entry;
          break;
        }
        case OP_RETURN: {
          const result = stack[top - 1]!;
          const caller = stack[top - 3]!;
          pc = stack[top - 2]!;
          top = frame;
          stack[top++] = result;
          frame = caller;
          break;
        }
        case OP_PRINT:
          console.log(stack[--top]!);
          break;
        case OP_POP:
          top--;
          break;
        case OP_HALT:
          return;
        default:
          throw new Error(`unknown operation ${operation} at ${pc - 1}`);
      }
    }
  }
}

const scale = Number(process.argv[2] ?? "1");
const start = performance.now();
const compiler = new Compiler(PROGRAM);
compiler.compile();
console.log(`${compiler.functions.length} functions, ${compiler.code.length} words of code`);
new Machine(compiler.code, compiler.functions).run(scale);
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);

try {
  new Compiler("fn main(n) {\n  print m;\n}\n").compile();
} catch (error) {
  if (!(error instanceof LanguageError)) throw error;
  console.log(`${error.name}: ${error.message}`);
}

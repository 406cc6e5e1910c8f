/** JSON.parse (ECMA-262, 25.5.1) with V8's words for what is wrong. */
import { adoptProperties, indexOfText } from "../../memory/key-primitives.ts";
import { slotsFor } from "../prelude/hash-table.ts";

type Reviver = (key: string, value: unknown) => unknown;

const quote = 34;
const backslash = 92;
const minus = 45;
const end = -1;

/** A name of properties, after the names before it: the way from the root is what objects have in common. */
class Step {
  readonly name: string;
  readonly parent: Step | undefined;
  /** What came next in other objects. */
  next: Step | undefined = undefined;
  readonly sibling: Step | undefined;
  /** The names of an object that ends here, and the slots of a table of them. */
  keys: string[] | undefined = undefined;
  slots: number[] = [];

  constructor(name: string, parent: Step | undefined, sibling: Step | undefined) {
    this.name = name;
    this.parent = parent;
    this.sibling = sibling;
  }
}

/** Objects whose names are data would make too many. */
const mostSteps = 4000;
const mostSiblings = 12;

class Reader {
  readonly text: string;
  at = 0;
  readonly root = new Step("", undefined, undefined);
  steps = 0;
  /** Elements and values of properties whose array or object has not ended. */
  readonly stack: any[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** The next unit that is no white space; -1 at the end. */
  peek(): number {
    const { text } = this;
    while (this.at < text.length) {
      const unit = text.charCodeAt(this.at);
      if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9) return unit;
      this.at++;
    }
    return end;
  }

  value(): any {
    const unit = this.peek();
    switch (unit) {
      case quote:
        this.at++;
        return this.string();
      case 123:
        this.at++;
        return this.object();
      case 91:
        this.at++;
        return this.array();
      case 116:
        this.word("true");
        return true;
      case 102:
        this.word("false");
        return false;
      case 110:
        this.word("null");
        return null;
      default:
        if (unit === minus || isDigit(unit)) return this.number(unit);
        return this.unexpected();
    }
  }

  word(expected: string): void {
    const { text } = this;
    for (let i = 1; i < expected.length; i++) {
      this.at++;
      if (this.at >= text.length || text.charCodeAt(this.at) !== expected.charCodeAt(i)) this.unexpected();
    }
    this.at++;
  }

  /** After the opening brace: objects with the same names in the same order share the list of them. */
  object(): any {
    const { stack } = this;
    const base = stack.length;
    let step = this.root;
    let isFirst = true;
    while (this.nextName(isFirst)) {
      const next = this.nextStep(step);
      if (next === undefined) return this.irregularObject(step, base, isFirst);
      this.colon(isFirst);
      stack.push(this.value());
      step = next;
      isFirst = false;
    }
    const made: any = {};
    if (isFirst) return made;
    const keys = step.keys ?? this.keysOf(step);
    adoptProperties(made, keys, step.slots, stack.slice(base));
    stack.length = base;
    return made;
  }

  /** Goes behind the quote before a property's name; false where the object ends. */
  nextName(isFirst: boolean): boolean {
    const next = this.peek();
    if (next === 125) {
      this.at++;
      return false;
    }
    if (isFirst) {
      if (next !== quote) this.fail("Expected property name or '}'");
    } else {
      if (next !== 44) this.fail("Expected ',' or '}' after property value");
      this.at++;
      if (this.peek() !== quote) this.fail("Expected double-quoted property name");
    }
    this.at++;
    return true;
  }

  colon(isFirst: boolean): void {
    if (this.peek() !== 58) {
      if (isFirst) this.fail("Expected ':' after property name");
      this.unexpected();
    }
    this.at++;
  }

  /** The step that the name at the current place leads to; undefined, and nothing is read, if it needs a closer look. */
  nextStep(from: Step): Step | undefined {
    const { text, at } = this;
    for (let one = from.next; one !== undefined; one = one.sibling) {
      const { name } = one;
      const after = at + name.length;
      if (after < text.length && text.charCodeAt(after) === quote && text.startsWith(name, at)) {
        this.at = after + 1;
        return one;
      }
    }
    const name = this.string();
    const isPlain = this.at - at === name.length + 1;
    if (!isPlain || indexOfText(name) >= 0 || name === "__proto__" || !this.mayAdd(from, name)) {
      this.at = at;
      return undefined;
    }
    this.steps++;
    const made = new Step(name, from, from.next);
    from.next = made;
    return made;
  }

  mayAdd(from: Step, name: string): boolean {
    if (this.steps >= mostSteps) return false;
    for (let one: Step | undefined = from; one !== undefined; one = one.parent)
      if (one.name === name && one.parent !== undefined) return false;
    let siblings = 0;
    for (let one = from.next; one !== undefined; one = one.sibling) siblings++;
    return siblings < mostSiblings;
  }

  keysOf(step: Step): string[] {
    const keys: string[] = [];
    for (let one: Step = step; one.parent !== undefined; one = one.parent) keys.push(one.name);
    keys.reverse();
    step.keys = keys;
    step.slots = slotsFor(keys);
    return keys;
  }

  /** Name by name: before each stands a quote that is read already. */
  irregularObject(step: Step, base: number, first: boolean): any {
    const { stack } = this;
    const made: any = {};
    const keys = this.keysOf(step);
    for (let i = 0; i < keys.length; i++) made[keys[i]!] = stack[base + i];
    stack.length = base;
    let isFirst = first;
    do {
      const key = this.string();
      this.colon(isFirst);
      made[key] = this.value();
      isFirst = false;
    } while (this.nextName(false));
    return made;
  }

  array(): any {
    const { stack } = this;
    const base = stack.length;
    if (this.peek() === 93) {
      this.at++;
      return stack.slice(base);
    }
    for (;;) {
      stack.push(this.value());
      const next = this.peek();
      if (next === 93) break;
      if (next !== 44) this.fail("Expected ',' or ']' after array element");
      this.at++;
    }
    this.at++;
    const made = stack.slice(base);
    stack.length = base;
    return made;
  }

  /** After the opening quote. */
  string(): string {
    const { text } = this;
    const start = this.at;
    for (let i = start; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === quote) {
        this.at = i + 1;
        return text.slice(start, i);
      }
      if (unit === backslash || unit < 32) {
        this.at = i;
        return this.escapedString(text.slice(start, i));
      }
    }
    this.at = text.length;
    return this.fail("Unterminated string");
  }

  escapedString(begun: string): string {
    const { text } = this;
    let result = begun;
    let start = this.at;
    while (this.at < text.length) {
      const unit = text.charCodeAt(this.at);
      if (unit === quote) {
        result += text.slice(start, this.at);
        this.at++;
        return result;
      }
      if (unit < 32) this.fail("Bad control character in string literal");
      if (unit === backslash) {
        result += text.slice(start, this.at);
        this.at++;
        result += this.escape();
        start = this.at;
      } else {
        this.at++;
      }
    }
    return this.fail("Unterminated string");
  }

  escape(): string {
    const { text } = this;
    if (this.at >= text.length) throw new SyntaxError("Unexpected end of JSON input");
    const unit = text.charCodeAt(this.at);
    this.at++;
    switch (unit) {
      case quote:
        return '"';
      case backslash:
        return "\\";
      case 47:
        return "/";
      case 98:
        return "\b";
      case 102:
        return "\f";
      case 110:
        return "\n";
      case 114:
        return "\r";
      case 116:
        return "\t";
      case 117:
        return String.fromCharCode(this.fourDigits());
      default:
        this.at--;
        return this.fail("Bad escaped character");
    }
  }

  fourDigits(): number {
    let code = 0;
    for (let i = 0; i < 4; i++) {
      const digit = this.at < this.text.length ? hexadecimal(this.text.charCodeAt(this.at)) : -1;
      if (digit < 0) this.fail("Bad Unicode escape");
      code = code * 16 + digit;
      this.at++;
    }
    return code;
  }

  number(first: number): number {
    const { text } = this;
    const start = this.at;
    if (first === minus) {
      this.at++;
      if (!this.isAtDigit()) this.fail("No number after minus sign");
    }
    let whole = 0;
    const digits = this.at;
    if (text.charCodeAt(this.at) === 48) {
      this.at++;
      if (this.isAtDigit()) this.fail("Unexpected number");
    } else {
      while (this.isAtDigit()) {
        if (this.at - digits < 15) whole = whole * 10 + text.charCodeAt(this.at) - 48;
        this.at++;
      }
    }
    let count = this.at - digits;
    let scale = 1.0;
    let simple = true;
    if (this.at < text.length && text.charCodeAt(this.at) === 46) {
      this.at++;
      if (!this.isAtDigit()) this.fail("Unterminated fractional number");
      while (this.isAtDigit()) {
        if (count < 15) {
          whole = whole * 10 + text.charCodeAt(this.at) - 48;
          scale *= 10;
        }
        count++;
        this.at++;
      }
    }
    if (this.at < text.length && (text.charCodeAt(this.at) | 32) === 101) {
      simple = false;
      this.at++;
      if (this.at < text.length && isSign(text.charCodeAt(this.at))) this.at++;
      if (!this.isAtDigit()) this.fail("Exponent part is missing a number");
      while (this.isAtDigit()) this.at++;
    }
    // The quotient of two numbers that are exact is rounded once.
    if (simple && count <= 15) return (first === minus ? -whole : whole) / scale;
    return Number(text.slice(start, this.at));
  }

  isAtDigit(): boolean {
    return this.at < this.text.length && isDigit(this.text.charCodeAt(this.at));
  }

  /** Nothing may follow the value. */
  finish(): void {
    if (this.peek() !== end) this.fail("Unexpected non-whitespace character after JSON", "");
  }

  fail(what: string, where = " in JSON"): never {
    throw new SyntaxError(`${what}${where} at position ${this.at}`);
  }

  unexpected(): never {
    const { text, at } = this;
    if (text === "undefined" || text === "NaN" || text === "Infinity" || text === "[object Object]")
      throw new SyntaxError(`"${text}" is not valid JSON`);
    if (at >= text.length) throw new SyntaxError("Unexpected end of JSON input");
    const unit = text.charCodeAt(at);
    if (unit === quote) this.fail("Unexpected string");
    if (unit === minus || isDigit(unit)) this.fail("Unexpected number");
    throw new SyntaxError(`Unexpected token '${text.charAt(at)}', ${context(text, at)} is not valid JSON`);
  }
}

/** So many characters of a long text are shown before and behind. */
const shown = 10;

function context(text: string, at: number): string {
  const { length } = text;
  if (length <= 2 * shown) return `"${text}"`;
  if (at < shown) return `"${text.slice(0, at + shown)}"...`;
  if (at < length - shown) return `..."${text.slice(at - shown, at + shown)}"...`;
  return `..."${text.slice(at - shown, length)}"`;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isSign(unit: number): boolean {
  return unit === 43 || unit === minus;
}

function hexadecimal(unit: number): number {
  if (isDigit(unit)) return unit - 48;
  const letter = unit | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

export function parse(given: string, reviver?: Reviver): any {
  const reader = new Reader(`${given}`);
  const value = reader.value();
  reader.finish();
  return reviver === undefined ? value : revived("", value, reviver);
}

/** The value with everything in it replaced by what the reviver makes of it, innermost first. */
function revived(key: string, value: any, reviver: Reviver): unknown {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revived(`${i}`, value[i], reviver);
  } else if (typeof value === "object" && value !== null) {
    for (const name of Object.keys(value)) {
      const found = revived(name, value[name], reviver);
      if (found === undefined) delete value[name];
      else value[name] = found;
    }
  }
  return reviver(key, value);
}

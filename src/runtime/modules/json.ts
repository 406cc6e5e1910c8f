/** JSON.parse (ECMA-262, 25.5.1) with V8's words for what is wrong. */
type Reviver = (key: string, value: unknown) => unknown;

const quote = 34;
const backslash = 92;
const minus = 45;
const end = -1;

class Reader {
  readonly text: string;
  at = 0;

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

  object(): any {
    const made: any = {};
    if (this.peek() === 125) {
      this.at++;
      return made;
    }
    if (this.peek() !== quote) this.fail("Expected property name or '}'");
    for (let isFirst = true; ; isFirst = false) {
      this.at++;
      const key = this.string();
      if (this.peek() !== 58) {
        if (isFirst) this.fail("Expected ':' after property name");
        this.unexpected();
      }
      this.at++;
      made[key] = this.value();
      const next = this.peek();
      if (next === 125) break;
      if (next !== 44) this.fail("Expected ',' or '}' after property value");
      this.at++;
      if (this.peek() !== quote) this.fail("Expected double-quoted property name");
    }
    this.at++;
    return made;
  }

  array(): any {
    const made: any[] = [];
    if (this.peek() === 93) {
      this.at++;
      return made;
    }
    for (;;) {
      made.push(this.value());
      const next = this.peek();
      if (next === 93) break;
      if (next !== 44) this.fail("Expected ',' or ']' after array element");
      this.at++;
    }
    this.at++;
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
    let simple = this.at - digits <= 15;
    if (this.at < text.length && text.charCodeAt(this.at) === 46) {
      simple = false;
      this.at++;
      if (!this.isAtDigit()) this.fail("Unterminated fractional number");
      while (this.isAtDigit()) this.at++;
    }
    if (this.at < text.length && (text.charCodeAt(this.at) | 32) === 101) {
      simple = false;
      this.at++;
      if (this.at < text.length && isSign(text.charCodeAt(this.at))) this.at++;
      if (!this.isAtDigit()) this.fail("Exponent part is missing a number");
      while (this.isAtDigit()) this.at++;
    }
    if (simple) return first === minus ? -whole : whole;
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

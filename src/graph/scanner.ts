/**
 * Reads the textual form character by character: words, names, numbers, strings. No tokens are made, the readers above
 * ask for what must come next.
 */

/** The text is not a graph; `line` counts from 1. */
export class GraphSyntaxError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.name = "GraphSyntaxError";
    this.line = line;
  }
}

const newline = 10;
const quote = 34;
const minus = 45;
const zero = 48;
const nine = 57;
const semicolon = 59;

/** By character code: 1 for what may stand in a bare word. Everything beyond ASCII may. */
const inWord = new Uint8Array(128).fill(1, 33);
for (const one of "(){}[],:;=!|\"'`\x7f") inWord[one.charCodeAt(0)] = 0;

export class Scanner {
  readonly text: string;
  position = 0;
  readonly #firstLine: number;

  constructor(text: string, firstLine = 1) {
    this.text = text;
    this.#firstLine = firstLine;
  }

  /** Fails at the current position. */
  fail(message: string, position = this.position): never {
    throw new GraphSyntaxError(this.lineOf(position), message);
  }

  lineOf(position: number): number {
    let line = this.#firstLine;
    for (let at = this.text.indexOf("\n"); at >= 0 && at < position; at = this.text.indexOf("\n", at + 1))
      line++;
    return line;
  }

  /** Skips blanks and a comment, not the end of the line. */
  blanks(): void {
    const text = this.text;
    let at = this.position;
    let code = text.charCodeAt(at);
    while (code === 32 || code === 9 || code === 13) code = text.charCodeAt(++at);
    if (code === semicolon) {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
    }
    this.position = at;
  }

  /** Skips blanks, comments and empty lines. */
  lines(): void {
    for (;;) {
      this.blanks();
      if (this.text.charCodeAt(this.position) !== newline) return;
      this.position++;
    }
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The next character's code after blanks; NaN at the end. */
  peek(): number {
    this.blanks();
    return this.text.charCodeAt(this.position);
  }

  /** Takes `text` if it comes next after blanks. */
  take(text: string): boolean {
    this.blanks();
    if (!this.text.startsWith(text, this.position)) return false;
    this.position += text.length;
    return true;
  }

  expect(text: string): void {
    if (!this.take(text)) this.fail(`expected \`${text}\`${this.#found()}`);
  }

  /** Takes a whole word if it comes next. */
  takeWord(word: string): boolean {
    this.blanks();
    if (!this.text.startsWith(word, this.position) || this.#isWordAt(this.position + word.length))
      return false;
    this.position += word.length;
    return true;
  }

  endOfLine(): void {
    this.blanks();
    if (this.text.charCodeAt(this.position) === newline) this.position++;
    else if (!this.atEnd) this.fail(`expected the end of the line${this.#found()}`);
  }

  /** A bare word. */
  word(what = "a word"): string {
    this.blanks();
    const start = this.position;
    let at = start;
    while (this.#isWordAt(at)) at++;
    if (at === start) this.fail(`expected ${what}${this.#found()}`);
    this.position = at;
    return this.text.slice(start, at);
  }

  /** A bare word or a quoted string. */
  name(what = "a name"): string {
    return this.peek() === quote ? this.string() : this.word(what);
  }

  /** `@name`. */
  reference(what: string): string {
    if (!this.take("@")) this.fail(`expected ${what} as @name${this.#found()}`);
    return this.name(what);
  }

  /** A string in quotes, as JSON writes it. */
  string(): string {
    this.expect('"');
    const start = this.position - 1;
    let end = this.position;
    for (;;) {
      end = this.text.indexOf('"', end);
      if (end < 0) this.fail("a string without its closing quote", start);
      let backslashes = 0;
      while (this.text[end - 1 - backslashes] === "\\") backslashes++;
      end++;
      if (backslashes % 2 === 0) break;
    }
    this.position = end;
    const body = this.text.slice(start + 1, end - 1);
    if (!body.includes("\\") && !body.includes("\n")) return body;
    try {
      return JSON.parse(this.text.slice(start, end)) as string;
    } catch {
      return this.fail("a string that is not written as in JSON", start);
    }
  }

  /** Digits only. */
  count(): number {
    const start = this.position;
    let value = 0;
    for (let code = this.text.charCodeAt(start); code >= zero && code <= nine; ) {
      value = value * 10 + code - zero;
      code = this.text.charCodeAt(++this.position);
    }
    if (this.position === start) this.fail(`expected a number${this.#found()}`);
    return value;
  }

  /** True if a number comes next: a digit or a minus. */
  get atNumber(): boolean {
    const code = this.peek();
    return code === minus || (code >= zero && code <= nine);
  }

  /** The digits of a whole number with `n` behind it, if that comes next. */
  takeBigInt(): string | undefined {
    const start = this.position;
    const text = this.word("a number");
    if (/^-?\d+n$/.test(text)) return text.slice(0, -1);
    this.position = start;
    return undefined;
  }

  /** A number, and whether it shows a point or an exponent. */
  number(): { value: number; float: boolean } {
    const start = this.position;
    const text = this.word("a number");
    const value = numberOf(text);
    if (value === undefined) this.fail(`\`${text}\` is not a number`, start);
    return { value, float: !/^-?\d+$/.test(text) };
  }

  #isWordAt(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code < 128 ? inWord[code] === 1 : code >= 128;
  }

  #found(): string {
    if (this.atEnd) return ", found the end of the text";
    const rest = this.text.slice(this.position, this.position + 30).split("\n")[0] as string;
    return rest === "" ? ", found the end of the line" : `, found \`${rest}\``;
  }
}

/** The number that `printNumber` writes so. */
export function numberOf(text: string): number | undefined {
  if (text === "nan") return Number.NaN;
  if (text === "inf") return Number.POSITIVE_INFINITY;
  if (text === "-inf") return Number.NEGATIVE_INFINITY;
  if (!/^-?\d/.test(text)) return undefined;
  const value = Number(text);
  return Number.isNaN(value) ? undefined : value;
}

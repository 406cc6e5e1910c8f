/**
 * A JSON reader and writer (RFC 8259) over classes of its own, as a language implementation would have them, checked
 * against a document that it generates.
 *
 *   json [ITERATIONS [time]]
 */
abstract class JsonValue {
  /** Appends this value's text. */
  abstract write(into: string[]): void;

  /** The number of values in this one, itself included. */
  abstract count(): number;

  toString(): string {
    const parts: string[] = [];
    this.write(parts);
    return parts.join("");
  }
}

class JsonLiteral extends JsonValue {
  static readonly NULL = new JsonLiteral("null");
  static readonly TRUE = new JsonLiteral("true");
  static readonly FALSE = new JsonLiteral("false");

  readonly text: string;

  private constructor(text: string) {
    super();
    this.text = text;
  }

  override write(into: string[]): void {
    into.push(this.text);
  }

  override count(): number {
    return 1;
  }
}

class JsonNumber extends JsonValue {
  readonly value: number;

  constructor(value: number) {
    super();
    this.value = value;
  }

  override write(into: string[]): void {
    into.push(String(this.value));
  }

  override count(): number {
    return 1;
  }
}

const ESCAPES: readonly (readonly [string, string])[] = [
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\b", "\\b"],
  ["\f", "\\f"],
];

class JsonString extends JsonValue {
  readonly value: string;

  constructor(value: string) {
    super();
    this.value = value;
  }

  override write(into: string[]): void {
    let text = "";
    for (let i = 0; i < this.value.length; i++) text += JsonString.#escape(this.value.charAt(i));
    into.push('"', text, '"');
  }

  override count(): number {
    return 1;
  }

  static #escape(character: string): string {
    if (character > "\\" || (character >= " " && character !== '"' && character !== "\\")) return character;
    for (const [plain, escaped] of ESCAPES) if (plain === character) return escaped;
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  }
}

class JsonArray extends JsonValue {
  readonly items: JsonValue[] = [];

  override write(into: string[]): void {
    into.push("[");
    this.items.forEach((item, i) => {
      if (i > 0) into.push(",");
      item.write(into);
    });
    into.push("]");
  }

  override count(): number {
    return this.items.reduce((sum, item) => sum + item.count(), 1);
  }
}

class JsonObject extends JsonValue {
  readonly #members = new Map<string, JsonValue>();

  get(name: string): JsonValue | undefined {
    return this.#members.get(name);
  }

  set(name: string, value: JsonValue): this {
    this.#members.set(name, value);
    return this;
  }

  override write(into: string[]): void {
    into.push("{");
    let first = true;
    for (const [name, value] of this.#members) {
      if (!first) into.push(",");
      first = false;
      new JsonString(name).write(into);
      into.push(":");
      value.write(into);
    }
    into.push("}");
  }

  override count(): number {
    let sum = 1;
    for (const value of this.#members.values()) sum += value.count();
    return sum;
  }
}

class JsonError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(`${message} at ${line}:${column}`);
    this.name = "JsonError";
    this.line = line;
    this.column = column;
  }
}

const END = -1;

class JsonReader {
  readonly #text: string;
  #place = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): JsonValue {
    const value = this.#value();
    this.#skipSpace();
    if (this.#place < this.#text.length) this.#fail("unexpected text after the value");
    return value;
  }

  #peek(): number {
    return this.#place < this.#text.length ? this.#text.charCodeAt(this.#place) : END;
  }

  #fail(message: string): never {
    const before = this.#text.slice(0, this.#place).split("\n");
    throw new JsonError(message, before.length, before[before.length - 1]!.length + 1);
  }

  #skipSpace(): void {
    for (let c = this.#peek(); c === 32 || (c >= 9 && c <= 13); c = this.#peek()) this.#place++;
  }

  #take(character: string): boolean {
    if (this.#peek() !== character.charCodeAt(0)) return false;
    this.#place++;
    return true;
  }

  #expect(character: string): void {
    if (!this.#take(character)) this.#fail(`expected '${character}'`);
  }

  #value(): JsonValue {
    this.#skipSpace();
    switch (this.#text.charAt(this.#place)) {
      case "{":
        return this.#object();
      case "[":
        return this.#array();
      case '"':
        return new JsonString(this.#string());
      case "n":
        return this.#word("null", JsonLiteral.NULL);
      case "t":
        return this.#word("true", JsonLiteral.TRUE);
      case "f":
        return this.#word("false", JsonLiteral.FALSE);
      default:
        return this.#number();
    }
  }

  #word(word: string, value: JsonValue): JsonValue {
    if (!this.#text.startsWith(word, this.#place)) this.#fail(`expected '${word}'`);
    this.#place += word.length;
    return value;
  }

  #array(): JsonArray {
    const array = new JsonArray();
    this.#expect("[");
    this.#skipSpace();
    if (this.#take("]")) return array;
    do {
      array.items.push(this.#value());
      this.#skipSpace();
    } while (this.#take(","));
    this.#expect("]");
    return array;
  }

  #object(): JsonObject {
    const object = new JsonObject();
    this.#expect("{");
    this.#skipSpace();
    if (this.#take("}")) return object;
    do {
      this.#skipSpace();
      const name = this.#string();
      this.#skipSpace();
      this.#expect(":");
      object.set(name, this.#value());
      this.#skipSpace();
    } while (this.#take(","));
    this.#expect("}");
    return object;
  }

  #string(): string {
    this.#expect('"');
    let text = "";
    let start = this.#place;
    for (;;) {
      const c = this.#peek();
      if (c === END || c < 32) this.#fail("unterminated string");
      if (c === 34) break;
      if (c !== 92) {
        this.#place++;
        continue;
      }
      text += this.#text.slice(start, this.#place) + this.#escape();
      start = this.#place;
    }
    text += this.#text.slice(start, this.#place++);
    return text;
  }

  #escape(): string {
    const character = this.#text.charAt(++this.#place);
    this.#place++;
    if (character === "/") return "/";
    if (character === "u") {
      const digits = this.#text.slice(this.#place, this.#place + 4);
      const code = Number.parseInt(digits, 16);
      if (digits.length < 4 || Number.isNaN(code)) this.#fail("bad escape");
      this.#place += 4;
      return String.fromCharCode(code);
    }
    for (const [plain, escaped] of ESCAPES) if (escaped.charAt(1) === character) return plain;
    return this.#fail("bad escape");
  }

  #digits(): void {
    const start = this.#place;
    for (let c = this.#peek(); c >= 48 && c <= 57; c = this.#peek()) this.#place++;
    if (this.#place === start) this.#fail("expected a value");
  }

  #number(): JsonNumber {
    const start = this.#place;
    this.#take("-");
    this.#digits();
    if (this.#take(".")) this.#digits();
    if (this.#take("e") || this.#take("E")) {
      if (!this.#take("+")) this.#take("-");
      this.#digits();
    }
    return new JsonNumber(Number(this.#text.slice(start, this.#place)));
  }
}

function generate(depth: number, width: number): JsonValue {
  if (depth === 0) {
    const leaf = new JsonArray();
    leaf.items.push(new JsonNumber(width * 1.25), JsonLiteral.TRUE, JsonLiteral.NULL, new JsonString('say "hi"\n\u2713'));
    return leaf;
  }
  const object = new JsonObject();
  for (let i = 0; i < width; i++) object.set(`member ${i} of level ${depth}`, generate(depth - 1, width));
  return object.set("empty", new JsonArray()).set("level", new JsonNumber(depth));
}

function main(iterations: number): void {
  const text = generate(5, 4).toString();
  let value: JsonValue = JsonLiteral.NULL;
  for (let i = 0; i < iterations; i++) value = new JsonReader(text).read();
  console.log(`${text.length} characters, ${value.count()} values, ${value.toString() === text ? "same" : "DIFFERENT"} again`);
  for (const wrong of ['{"a": [1, 2', '["\\x"]', "[1,\n 2,\n oops]", "nul", "1 2"]) {
    try {
      new JsonReader(wrong).read();
    } catch (error) {
      if (!(error instanceof JsonError)) throw error;
      console.log(`${error.name}: ${error.message}`);
    }
  }
}

const iterations = Number(process.argv[2] ?? 10);
const start = performance.now();
main(iterations);
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / iterations).toFixed(6)} ms an iteration`);

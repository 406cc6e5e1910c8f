class Lexer { ch: string; at = 0; constructor(readonly src: string) { this.ch = src[0]!; }
 next() { this.ch = this.src[++this.at]!; }
 words() { const out: string[] = []; while (this.ch !== undefined) { let w = ""; while (this.ch !== undefined && this.ch !== " ") { w += this.ch; this.next(); } out.push(w); this.next(); } return out; } }
console.log(new Lexer("ab cd e").words().join("|"));
let g = "x";
const s = process.argv.length > 99 ? "q" : "pq";
for (let i = 0; i < 3; i++) { g = s[i]!; if (g === "p") console.log("p"); }
console.log(g);
class T { constructor(readonly kind: string, readonly text: string) {} }
function read(i: number) { return new T("c", s[i]!); }
const t = [0, 1, 2].map(read);
console.log(t.filter((x) => x.text === "q").length, t.map((x) => x.text + "!").join(), t);
class Parser {
  #i = 0; 
  constructor(readonly src: string) {}
  #peek() { return this.src[this.#i]; }
  parse() {
    const ranges: [string, string][] = [];
    while (this.#peek() !== "]") {
      if (this.#i >= this.src.length) throw new RangeError("missing ]");
      const a = this.src[this.#i++]!;
      if (this.#peek() === "-" && this.src[this.#i + 1] !== "]") { this.#i++; ranges.push([a, this.src[this.#i++]!]); } else ranges.push([a, a]);
    }
    return ranges;
  }
}
for (const bad of ["a-b]", "a-"]) try { const r= new Parser(bad).parse(); console.log(r.map(([a, b]) => (a === b ? a : `${a}-${b}`)), r.some(([a,b])=>"b">=a && "b"<=b)); } catch (e) { if (e instanceof Error) console.log(e.message); else throw e; }
// Compared, looked up, searched for, converted: all take undefined for something.
const isDigit = (c: string) => c >= "0" && c <= "9";
const digits = (text: string) => { let i = 0; while (!isDigit(text[i]!) && i < 9) i++; const from = i; while (isDigit(text[i]!)) i++; return `${from}-${i}`; };
console.log(digits("ab12"), digits("7"), digits("x y"));
const blank = "a \n", seen = new Set("ab"), rank = new Map([["a", 1]]), names: Record<string, number> = { a: 1 };
for (let i = 0; i < 5; i++) console.log(" \n".includes(blank[i]!), blank.indexOf(blank[i]!), ["a", "b"].includes(blank[i]!), seen.has(blank[i]!), rank.get(blank[i]!), names[blank[i]!], blank[i]! in names, Number(blank[i]), parseInt(blank[i]!), +blank[i]! * 2, blank[i]! < blank[i + 1]!);
const shown = (c: string) => "<" + c + `${c}>`;
console.log(shown(blank[0]!), shown(blank[9]!), [blank[9], "b"].join("-"), ["x", blank[8]!].sort(), "ab".split(blank[9]!), "ab".padEnd(4, blank[9]), "undefined".startsWith(blank[7]!));

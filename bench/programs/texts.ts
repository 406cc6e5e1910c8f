/** Strings, each kind of use by its name: `texts KIND [SIZE]`. Prints the best time of three rounds. */
let seed = 0;
function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
  return seed >>> 9;
}

function words(size: number): string {
  seed = 1;
  const parts: string[] = [];
  for (let i = 0; i < size; i++) parts.push(`word${Math.floor(Math.sqrt(random()))}`);
  return parts.join(" ");
}

function building(size: number): number {
  let text = "";
  for (let i = 0; i < size; i++) {
    text += "line ";
    text += i;
    text += "\n";
  }
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  return hash;
}

function splitting(text: string): number {
  const parts = text.split(" ");
  let sum = parts.length;
  for (const part of parts) sum += part.toUpperCase().slice(2).trim().length;
  return sum + parts.join(", ").length;
}

function replacing(text: string): number {
  return text.replaceAll("word", "name").length + text.replaceAll(" ", "").length + text.split("1").join("one").length;
}

function countingWords(text: string): number {
  const counts = new Map<string, number>();
  for (const word of text.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
  let most = 0;
  for (const [, count] of counts) most = Math.max(most, count);
  return most + counts.size;
}

/** As a scanner does it: nothing but positions until a word ends. */
function wordFrequency(text: string): number {
  const counts = new Map<string, number>();
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 32;
    if (unit !== 32) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      const word = text.slice(start, i);
      counts.set(word, (counts.get(word) ?? 0) + 1);
      start = -1;
    }
  }
  return counts.size;
}

function sorting(text: string): number {
  const parts = text.split(" ");
  parts.sort();
  return parts[parts.length >> 1]?.length ?? 0;
}

/** A scanner's table of words. */
function keyword(word: string): number {
  switch (word) {
    case "break":
      return 1;
    case "case":
      return 2;
    case "const":
      return 3;
    case "else":
      return 4;
    case "function":
      return 5;
    case "if":
      return 6;
    case "return":
      return 7;
    case "while":
      return 8;
    default:
      return 0;
  }
}

function keywords(size: number): number {
  const source = "if x return y else while const function break case foo bar returned iff wh a".split(" ");
  let sum = 0;
  for (let i = 0; i < size; i++) for (const word of source) sum += keyword(word);
  return sum;
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly tags: readonly string[];
  readonly at: { readonly x: number; readonly y: number };
  readonly ok: boolean;
}

function printing(size: number): number {
  const rows: Row[] = [];
  for (let i = 0; i < size; i++)
    rows.push({ id: i, name: `name ${i}`, tags: [`a${i % 7}`, "b"], at: { x: i / 4, y: -i }, ok: i % 2 === 0 });
  return JSON.stringify(rows).length;
}

function run(kind: string, size: number, text: string): number {
  switch (kind) {
    case "building":
      return building(size);
    case "splitting":
      return splitting(text);
    case "replacing":
      return replacing(text);
    case "counting-words":
      return countingWords(text);
    case "word-frequency":
      return wordFrequency(text);
    case "sorting":
      return sorting(text);
    case "keywords":
      return keywords(size);
    case "printing-json":
      return printing(size);
    default:
      throw new Error(`there is no kind ${kind}`);
  }
}

const kind = process.argv[2] ?? "building";
const size = Number(process.argv[3] ?? "10000");
const text = words(size);
let best = Infinity;
let result = 0;
for (let round = 0; round < 3; round++) {
  const start = performance.now();
  result = run(kind, size, text);
  best = Math.min(best, performance.now() - start);
}
console.log(`${kind} ${result}`);
if (process.argv[4] === "time") console.log(`${(best / 1000).toFixed(6)} s`);

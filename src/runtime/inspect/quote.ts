import { isSymbolName } from "../symbols/names.ts";
/** A string in quotes as Node's inspect shows it (strEscape): in the kind of quotes that needs the least escaping. */
export function quoted(text: string): string {
  let quote = "'";
  if (text.includes("'")) {
    if (!text.includes('"')) {
      quote = '"';
    } else if (!text.includes("`") && !text.includes("${")) {
      quote = "`";
    }
  }
  return quote + escaped(text, quote.charCodeAt(0)) + quote;
}

/** Escapes control characters, backslashes, the quote if it is the single one, and surrogates that stand alone. */
function escaped(text: string, quote: number): string {
  const length = text.length;
  let result = "";
  let last = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      if (isPair(text, i)) {
        i++;
        continue;
      }
    } else if (!(unit === 39 && quote === 39) && unit !== 92 && unit >= 32 && (unit < 127 || unit >= 160)) {
      continue;
    }
    result += text.slice(last, i) + escapeOf(unit);
    last = i + 1;
  }
  return result + text.slice(last, length);
}

/** A surrogate pair starts at an index. */
export function isPair(text: string, index: number): boolean {
  const first = text.charCodeAt(index);
  if (first < 0xd800 || first > 0xdbff || index + 1 >= text.length) {
    return false;
  }
  const second = text.charCodeAt(index + 1);
  return second >= 0xdc00 && second <= 0xdfff;
}

function escapeOf(unit: number): string {
  switch (unit) {
    case 8:
      return "\\b";
    case 9:
      return "\\t";
    case 10:
      return "\\n";
    case 12:
      return "\\f";
    case 13:
      return "\\r";
    case 39:
      return "\\'";
    case 92:
      return "\\\\";
    default:
      return unit > 255 ? unicodeEscape(unit) : `\\x${hexadecimal(unit, 2, 55)}`;
  }
}

/** A unit as \uxxxx. */
export function unicodeEscape(unit: number): string {
  return `\\u${hexadecimal(unit, 4, 87)}`;
}

/** Hexadecimal digits; `letters` + 10 is the code of the digit ten. */
function hexadecimal(unit: number, digits: number, letters: number): string {
  let result = "";
  for (let shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
    const digit = (unit >> shift) & 15;
    result += String.fromCharCode(digit < 10 ? 48 + digit : letters + digit);
  }
  return result;
}

/** A property's name: quoted unless it is an identifier of ASCII letters. */
export function keyText(key: string): string {
  if (key.length === 0) {
    return "''";
  }
  if (isSymbolName(key)) {
    return `[Symbol(${key.slice(key.indexOf(":") + 1)})]`;
  }
  if (key === "__proto__") {
    return "['__proto__']";
  }
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    const letter = (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95;
    if (!letter && !(i > 0 && unit >= 48 && unit <= 57)) {
      return quoted(key);
    }
  }
  return key;
}

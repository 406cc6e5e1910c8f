import { concat } from "../strings/concat.ts";
import { indexOf } from "../strings/search.ts";
import { between } from "../strings/slice.ts";
import { fromUnit } from "../strings/units.ts";

/** A string in quotes as Node's inspect shows it: in the kind of quotes that needs the least escaping. */
export function quoted(text: string): string {
  let quote = 39;
  if (indexOf(text, "'", 0) >= 0) {
    if (indexOf(text, '"', 0) < 0) {
      quote = 34;
    } else if (indexOf(text, "`", 0) < 0 && indexOf(text, "${", 0) < 0) {
      quote = 96;
    }
  }
  const mark = fromUnit(quote);
  return concat(concat(mark, escaped(text, quote)), mark);
}

/** Escapes control characters, backslashes, single quotes as marks, and surrogates that stand alone. */
function escaped(text: string, quote: number): string {
  const length = text.length;
  let result = "";
  let last = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit === 39 && quote === 39) || unit === 92 || unit < 32 || (unit > 126 && unit < 160)) {
      result = concat(concat(result, between(text, last, i)), escape(unit));
      last = i + 1;
    } else if (unit >= 0xd800 && unit <= 0xdfff) {
      if (unit <= 0xdbff && i + 1 < length) {
        const second = text.charCodeAt(i + 1);
        if (second >= 0xdc00 && second <= 0xdfff) {
          i++;
          continue;
        }
      }
      result = concat(concat(result, between(text, last, i)), concat("\\u", hexadecimal(unit, 4, 87)));
      last = i + 1;
    }
  }
  return concat(result, between(text, last, length));
}

function escape(unit: number): string {
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
      return concat("\\x", hexadecimal(unit, 2, 55));
  }
}

/** Hexadecimal digits; `letters` + 10 is the code of the digit ten. */
function hexadecimal(unit: number, digits: number, letters: number): string {
  let result = "";
  for (let i = digits - 1; i >= 0; i--) {
    const digit = (unit >> (4 * i)) & 15;
    result = concat(result, fromUnit(digit < 10 ? 48 + digit : letters + digit));
  }
  return result;
}

/** A property's name: quoted unless it is an identifier. */
export function keyText(key: string): string {
  const length = key.length;
  for (let i = 0; i < length; i++) {
    const unit = key.charCodeAt(i);
    const letter = (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95;
    if (!letter && !(i > 0 && unit >= 48 && unit <= 57)) {
      return quoted(key);
    }
  }
  if (key === "__proto__") {
    return "['__proto__']";
  }
  return length === 0 ? "''" : key;
}

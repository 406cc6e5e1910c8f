import { byteUnit, isWide, wideUnit } from "../../memory/string-primitives.ts";
import { isPair, unicodeEscape } from "../inspect/quote.ts";
import type { TextBuilder } from "../strings/builder.ts";
import { flat } from "../strings/flat.ts";

/** Appends a string in quotes as JSON has it; surrogates that stand alone are escaped (well-formed JSON.stringify). */
export function appendQuoted(out: TextBuilder, given: string): void {
  const text = flat(given);
  out.appendUnit(34);
  if (isWide(text)) {
    appendWide(out, text);
  } else {
    appendBytes(out, text);
  }
  out.appendUnit(34);
}

function appendBytes(out: TextBuilder, text: string): void {
  const { length } = text;
  let last = 0;
  for (let i = 0; i < length; i++) {
    const unit = byteUnit(text, i);
    if (unit >= 32 && unit !== 34 && unit !== 92) {
      continue;
    }
    out.appendPart(text, last, i);
    out.append(escapeOf(unit));
    last = i + 1;
  }
  out.appendPart(text, last, length);
}

function appendWide(out: TextBuilder, text: string): void {
  const { length } = text;
  let last = 0;
  for (let i = 0; i < length; i++) {
    const unit = wideUnit(text, i);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      if (isPair(text, i)) {
        i++;
        continue;
      }
    } else if (unit >= 32 && unit !== 34 && unit !== 92) {
      continue;
    }
    out.appendPart(text, last, i);
    out.append(escapeOf(unit));
    last = i + 1;
  }
  out.appendPart(text, last, length);
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
    case 34:
      return '\\"';
    case 92:
      return "\\\\";
    default:
      return unicodeEscape(unit);
  }
}

/** Methods of strings whose results flow has to see into, or that call functions of the program. */

export function at(text: string, index: number): string | undefined {
  const whole = Math.trunc(index) || 0;
  const i = whole < 0 ? text.length + whole : whole;
  return i >= 0 && i < text.length ? text.charAt(i) : undefined;
}

export function codePointAt(text: string, index: number): number | undefined {
  const i = Math.trunc(index) || 0;
  if (!(i >= 0 && i < text.length)) return undefined;
  const first = text.charCodeAt(i);
  if (first < 0xd800 || first > 0xdbff || i + 1 >= text.length) return first;
  const second = text.charCodeAt(i + 1);
  if (second < 0xdc00 || second > 0xdfff) return first;
  return (first - 0xd800) * 1024 + second - 0xdc00 + 0x10000;
}

/** `text.concat(...values)`. */
export function concatAll(text: string, values: unknown[]): string {
  let result = text;
  for (const value of values) result += `${value}`;
  return result;
}

type Replacement = string | ((match: string, at: number, text: string) => string);

export function replace(text: string, pattern: string, replacement: Replacement): string {
  const wanted = `${pattern}`;
  const template = typeof replacement === "function" ? "" : `${replacement}`;
  const found = text.indexOf(wanted);
  if (found < 0) return text;
  const middle =
    typeof replacement === "function"
      ? `${replacement(wanted, found, text)}`
      : expandTemplate(template, text, wanted, found);
  return text.slice(0, found) + middle + text.slice(found + wanted.length);
}

export function replaceAll(text: string, pattern: string, replacement: Replacement): string {
  const wanted = `${pattern}`;
  const template = typeof replacement === "function" ? "" : `${replacement}`;
  const step = Math.max(1, wanted.length);
  let found = text.indexOf(wanted);
  if (found < 0) return text;
  const parts: string[] = [];
  let end = 0;
  while (found >= 0) {
    parts.push(text.slice(end, found));
    parts.push(
      typeof replacement === "function"
        ? `${replacement(wanted, found, text)}`
        : expandTemplate(template, text, wanted, found),
    );
    end = found + wanted.length;
    found = found + step > text.length ? -1 : text.indexOf(wanted, found + step);
  }
  parts.push(text.slice(end));
  return parts.join("");
}

/** `$$`, `$&`, `` $` `` and `$'` in the replacement of a string pattern, which has no groups. */
function expandTemplate(template: string, text: string, wanted: string, found: number): string {
  let dollar = template.indexOf("$");
  if (dollar < 0) return template;
  let result = "";
  let done = 0;
  while (dollar >= 0 && dollar + 1 < template.length) {
    const sign = template.charAt(dollar + 1);
    let part: string | undefined;
    if (sign === "$") part = "$";
    else if (sign === "&") part = wanted;
    else if (sign === "`") part = text.slice(0, found);
    else if (sign === "'") part = text.slice(found + wanted.length);
    if (part !== undefined) {
      result += template.slice(done, dollar) + part;
      done = dollar + 2;
    }
    dollar = template.indexOf("$", part === undefined ? dollar + 1 : done);
  }
  return result + template.slice(done);
}

/** `text[Symbol.iterator]()`: code points. */
export function* symbolIterator(text: string): Generator<string> {
  for (const one of text) yield one;
}

/** The place of the first half of a surrogate pair without the other one, or the length. */
function firstLoneSurrogate(text: string, start: number): number {
  let i = start;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) i++;
    else if (unit <= 0xdbff && i + 1 < text.length && isLowSurrogate(text.charCodeAt(i + 1))) i += 2;
    else return i;
  }
  return i;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

export function isWellFormed(text: string): boolean {
  return firstLoneSurrogate(text, 0) === text.length;
}

export function toWellFormed(text: string): string {
  let result = "";
  let start = 0;
  let lone = firstLoneSurrogate(text, 0);
  while (lone < text.length) {
    result += `${text.slice(start, lone)}\ufffd`;
    start = lone + 1;
    lone = firstLoneSurrogate(text, start);
  }
  return start === 0 ? text : result + text.slice(start);
}

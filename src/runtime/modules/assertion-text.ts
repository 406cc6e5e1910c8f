/** What an AssertionError says: both values, line by line, with what differs marked. */
import { inspectText } from "../../memory/inspect-services.ts";

/** A value over as many lines as it has parts. */
export function shown(value: unknown): string {
  return inspectText(value, 1000, 80, 0, true, 1000000);
}

/** Texts so short are shown side by side. */
const shortest = 12;
const widest = 80;
/** Of lines that both have, this many are shown around those that differ. */
const around = 2;
const mostLines = 50;

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** Lines of a difference: what is common to both is counted, and shown as far as it is near a difference. */
class Difference {
  text = "";
  /** Expected lines that stand after the actual ones. */
  waiting = "";
  common = 0;
  printed = 0;
  skipped = false;
  readonly lines: string[];

  constructor(lines: string[]) {
    this.lines = lines;
  }

  /** A line that both have. */
  same(line: string): void {
    this.text += this.waiting;
    this.waiting = "";
    this.common++;
    if (this.common <= around) this.#print(line);
  }

  /** Lines differ from here on: the last common ones before are shown too. */
  differ(at: number): void {
    const { common, lines } = this;
    if (common === 5) this.#print(lines[at - 3]!);
    else if (common > 5) {
      this.text += "\n...";
      this.skipped = true;
    }
    if (common > 3) this.#print(lines[at - 2]!);
    if (common > 2) this.#print(lines[at - 1]!);
    this.common = 0;
  }

  #print(line: string): void {
    this.text += `\n  ${line}`;
    this.printed++;
  }
}

/** The message of a failed test for strict equality. */
export function differenceText(
  heading: string,
  identical: string,
  actual: unknown,
  expected: unknown,
): string {
  const whole = shown(actual);
  const ours = whole.split("\n");
  const theirs = shown(expected).split("\n");
  let pointer = "";
  let i = 0;
  if (ours.length === 1 && theirs.length === 1 && ours[0] !== theirs[0]) {
    const length = ours[0]!.length + theirs[0]!.length;
    if (length <= shortest) {
      if (!isObject(actual) && !isObject(expected) && (actual !== 0 || expected !== 0))
        return `${heading}\n\n${ours[0]!} !== ${theirs[0]!}\n`;
    } else if (!heading.startsWith('Expected "actual" to be reference') && length < widest) {
      while (ours[0]!.charAt(i) === theirs[0]!.charAt(i)) i++;
      if (i > 2) {
        pointer = `\n  ${" ".repeat(i)}^`;
        i = 0;
      }
    }
  }
  let end = "";
  let last = "";
  while (ours.length > 0 && theirs.length > 0 && ours[ours.length - 1] === theirs[theirs.length - 1]) {
    const line = ours.pop()!;
    theirs.pop();
    if (i++ < 3) end = `\n  ${line}${end}`;
    else last = line;
  }
  const count = Math.max(ours.length, theirs.length);
  if (count === 0) return `${identical}\n\n${shortened(whole.split("\n"))}\n`;
  if (i >= 5) end = `\n...${end}`;
  if (last !== "") end = `\n  ${last}${end}`;
  const title = `${heading}\n+ actual - expected`;
  const longer = ours.length < count ? theirs : ours;
  const difference = new Difference(ours);
  difference.skipped = i >= 5;
  const shorter = Math.min(ours.length, theirs.length);
  for (let at = 0; at < count; at++) {
    if (at >= shorter) {
      const tail = new Difference(longer);
      tail.common = difference.common;
      tail.differ(at);
      difference.text += tail.text;
      difference.printed += tail.printed + 1;
      difference.skipped = difference.skipped || tail.skipped;
      difference.common = 0;
      if (longer === ours) difference.text += `\n+ ${ours[at]!}`;
      else difference.waiting += `\n- ${theirs[at]!}`;
    } else {
      compareLine(difference, at, ours[at]!, theirs[at]!);
    }
    if (difference.printed > mostLines && at < count - 2)
      return `${title} ... Lines skipped\n${difference.text}\n...${difference.waiting}\n...`;
  }
  const note = difference.skipped ? " ... Lines skipped" : "";
  return `${title}${note}\n${difference.text}${difference.waiting}${end}${pointer}`;
}

/** Lines that differ by a comma at their end are the same. */
function compareLine(difference: Difference, at: number, ours: string, theirs: string): void {
  if (ours === theirs || ours === `${theirs},`) {
    difference.same(ours);
  } else if (`${ours},` === theirs) {
    difference.same(theirs);
  } else {
    difference.differ(at);
    difference.text += `\n+ ${ours}`;
    difference.waiting += `\n- ${theirs}`;
    difference.printed += 2;
  }
}

/** A value that was not to be equal. */
export function unwantedText(heading: string, value: unknown): string {
  const lines = shown(value).split("\n");
  const [first = ""] = lines;
  if (lines.length === 1) return `${heading}${first.length > 5 ? "\n\n" : " "}${first}`;
  return `${heading}\n\n${shortened(lines)}\n`;
}

function shortened(lines: string[]): string {
  return lines.length > 50 ? `${lines.slice(0, 46).join("\n")}\n...` : lines.join("\n");
}

/** At most 512 units of a value. */
export function abridged(value: unknown): string {
  const text = shown(value);
  return text.length > 512 ? `${text.slice(0, 509)}...` : text;
}

/**
 * Reads a log (`HEDDLELOG`, or one of RPython's): sections between `[stamp] {name` and `[stamp] name}`, lines within them.
 * Stamps are nanoseconds in hexadecimal.
 */
import { UsageFault } from "../usage-fault.ts";

export interface Section {
  readonly name: string;
  /** Nanoseconds since the log began. */
  readonly start: number;
  readonly end: number;
  /** Seconds: what the section says that it took, or how long it was open. */
  readonly seconds: number;
  /** The numbers of its lines by their texts: `live objects` of `live objects: 24 bytes`. */
  readonly numbers: ReadonlyMap<string, number>;
  /** What a phase is called. */
  readonly label: string | undefined;
}

export interface Log {
  /** In the order in which they ended; sections within others come before these. */
  readonly sections: readonly Section[];
  /** Nanoseconds from the log's beginning to its end. */
  readonly length: number;
  /** The section that was open at the log's end: the program was killed. */
  readonly endsWithin: string | undefined;
}

interface OpenSection {
  readonly name: string;
  readonly start: bigint;
  readonly line: number;
  readonly numbers: Map<string, number>;
  label: string | undefined;
}

const stampForm = /^\[([0-9a-f]{1,16})\] (?:\{([\w-]+)|([\w-]+)\})$/;
const numberForm = /^([^:]+): (-?\d+(?:\.\d+)?)(?: bytes)?$/;

/** The log that `text` is; `name` is the file's in messages. */
export function readLog(text: string, name: string): Log {
  const wrong = (line: number, what: string): UsageFault => new UsageFault(`${name}:${line}: ${what}`);
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  if (lines.length === 0) throw new UsageFault(`${name} is empty: is it a log, made with HEDDLELOG=${name}?`);
  const sections: Section[] = [];
  const open: OpenSection[] = [];
  let first: bigint | undefined;
  let last = 0n;
  lines.forEach((text, index) => {
    const line = index + 1;
    const [, stamp, begun, ended] = stampForm.exec(text) ?? [];
    const inner = open.at(-1);
    if (stamp === undefined) {
      if (inner) addLine(inner, text);
      // The program was killed while it wrote.
      else if (line !== lines.length || first === undefined)
        throw wrong(
          line,
          `this is no log: a section was expected, as \`[1f9fe] {gc-minor\`, not \`${text.slice(0, 60)}\``,
        );
      return;
    }
    const time = BigInt(`0x${stamp}`);
    first ??= time;
    if (time < last)
      throw wrong(line, "this is earlier than the line before: do two programs write into one log?");
    last = time;
    if (begun !== undefined) {
      open.push({ name: begun, start: time, line, numbers: new Map(), label: undefined });
      return;
    }
    if (!inner) throw wrong(line, `\`${ended}\` ends here, but no section is open`);
    if (inner.name !== ended)
      throw wrong(line, `\`${ended}\` ends here, but \`${inner.name}\` is open since line ${inner.line}`);
    open.pop();
    sections.push(closed(inner, first, time));
  });
  if (first === undefined) throw wrong(1, "this is no log: it has no section");
  // A run that is open at the end was killed from outside; what is open within it says where.
  const endsWithin = open.at(-1)?.name;
  while (open.length > 0) {
    const one = open.pop() as OpenSection;
    if (one.name === "run") sections.push(closed(one, first, last));
  }
  return { sections, length: Number(last - first), endsWithin };
}

function addLine(section: OpenSection, text: string): void {
  if (text.startsWith("name: ")) section.label = text.slice("name: ".length);
  const [, key, value] = numberForm.exec(text) ?? [];
  if (key !== undefined) section.numbers.set(key, Number(value));
}

function closed({ name, start, numbers, label }: OpenSection, first: bigint, time: bigint): Section {
  const seconds = numbers.get("time taken") ?? Number(time - start) / 1e9;
  return { name, start: Number(start - first), end: Number(time - first), seconds, numbers, label };
}

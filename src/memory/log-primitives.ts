/**
 * The log: `HEDDLELOG=gc-minor,gc-major:FILE`, written in the form that readers of RPython's logs know.
 * Sections and lines go by their numbers (collectors/parts/log.ts); translated, the C part has their texts.
 */

/** What a test makes of the log. */
export interface LogSink {
  readonly sections: number;
  begin(section: number): void;
  end(section: number): void;
  line(line: number, value: number): void;
}

let sink: LogSink | undefined;

export function installLog(installed: LogSink | undefined): void {
  sink = installed;
}

/** Opens the log that the environment asks for, if it is not open; gives the sections that are wanted. */
export function openLog(): number {
  return sink?.sections ?? 0;
}

export function beginSection(section: number): void {
  sink?.begin(section);
}

export function endSection(section: number): void {
  sink?.end(section);
}

/** A line of the section that was begun last; times are in nanoseconds, a name is the address of a text that ends with a zero byte. */
export function writeLine(line: number, value: number): void {
  sink?.line(line, value);
}

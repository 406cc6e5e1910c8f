/** `readline`: the lines of standard input. */
import { decodeText, readFile } from "../../memory/host-services.ts";
import { allocateBytes, copyBytes, freeBytes, load8, stop } from "../../memory/memory.ts";
import { unsupportedStop } from "../../source/stop-codes.ts";
import { EventEmitter } from "./events.ts";

const lineFeed = 10;
const carriageReturn = 13;
const chunkSize = 65536;

/** What `createInterface` takes: only standard input can be read. */
export interface ReadLineOptions {
  input: { fd: number };
  output?: { write(text: string): boolean };
  prompt?: string;
  terminal?: boolean;
  crlfDelay?: number;
}

/** Reads a piece at a time, each in a turn of the event loop of its own, and tells of the lines in it. */
export class Interface extends EventEmitter {
  readonly "##output": { write(text: string): boolean } | undefined;
  "##prompt": string;
  "##asked": ((answer: string) => void) | undefined = undefined;
  "##closed" = false;
  /** Bytes of a line that has not ended. */
  "##bytes" = allocateBytes(chunkSize);
  "##room" = chunkSize;
  "##used" = 0;
  /** The last line ended with a carriage return: a line feed belongs to it. */
  "##returned" = false;

  constructor(options: ReadLineOptions) {
    super();
    if (options.input.fd !== 0) stop(unsupportedStop, "readline of anything but standard input");
    this["##output"] = options.output;
    this["##prompt"] = options.prompt ?? "> ";
    setImmediate(() => this["##read"]());
  }

  setPrompt(prompt: string): void {
    this["##prompt"] = prompt;
  }

  getPrompt(): string {
    return this["##prompt"];
  }

  prompt(): void {
    this["##output"]?.write(this["##prompt"]);
  }

  question(query: string, answered: (answer: string) => void): void {
    this["##output"]?.write(query);
    this["##asked"] = answered;
  }

  close(): void {
    if (this["##closed"]) return;
    this["##closed"] = true;
    this.emit("close");
  }

  pause(): this {
    stop(unsupportedStop, "pausing readline");
  }

  resume(): this {
    return this;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    let lines: string[] = [];
    let wake: (() => void) | undefined;
    const tell = (): void => {
      const waiting = wake;
      wake = undefined;
      waiting?.();
    };
    this.on("line", (line) => {
      lines.push(line);
      tell();
    });
    this.on("close", tell);
    try {
      for (;;) {
        const ready = lines;
        lines = [];
        for (const line of ready) yield line;
        if (lines.length > 0) continue;
        if (this["##closed"]) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      this.close();
    }
  }

  "##read"(): void {
    if (this["##closed"]) return;
    const used = this["##used"];
    if (this["##room"] - used < chunkSize) {
      const bytes = allocateBytes(2 * this["##room"]);
      copyBytes(bytes, this["##bytes"], used);
      freeBytes(this["##bytes"]);
      this["##bytes"] = bytes;
      this["##room"] *= 2;
    }
    const n = readFile(0, this["##bytes"] + used, chunkSize);
    if (n <= 0) {
      if (used > 0) this["##tell"](0, used);
      this.close();
      return;
    }
    this["##lines"](used, used + n);
    setImmediate(() => this["##read"]());
  }

  /** Tells of the lines that end between two places, and keeps what is behind the last one. */
  "##lines"(from: number, to: number): void {
    const bytes = this["##bytes"];
    let start = 0;
    for (let i = from; i < to; i++) {
      const unit = load8(bytes + i);
      const continues = unit === lineFeed && this["##returned"];
      this["##returned"] = unit === carriageReturn;
      if (continues) {
        start = i + 1;
      } else if (unit === lineFeed || unit === carriageReturn) {
        this["##tell"](start, i);
        start = i + 1;
      }
    }
    this["##used"] = to - start;
    copyBytes(bytes, bytes + start, to - start);
  }

  "##tell"(start: number, end: number): void {
    const line = decodeText(this["##bytes"] + start, end - start);
    const asked = this["##asked"];
    if (asked !== undefined) {
      this["##asked"] = undefined;
      asked(line);
    } else {
      this.emit("line", line);
    }
  }
}

export function createInterface(options: ReadLineOptions): Interface {
  return new Interface(options);
}

// What `import readline from "node:readline"` means.
export * as default from "./readline.ts";

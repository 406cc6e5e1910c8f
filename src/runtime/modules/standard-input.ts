/** `process.stdin` as a stream: loaded for programs that ask it for more than its number. */
import { decodeText, readFile } from "../../memory/host-services.ts";
import { allocateBytes, copyBytes, load8 } from "../../memory/memory.ts";
import { type Buffer, bufferOf } from "./buffer.ts";
import { checkedEncoding, textOfBytes } from "./encodings.ts";
import { EventEmitter } from "./events.ts";

const chunkSize = 65536;
/** Room before a chunk for the bytes of a character that began in the one before it. */
const lead = 4;

type Chunk = string | Buffer;

/** Reads a piece at a time, each in a turn of the event loop of its own. */
class StandardInput extends EventEmitter {
  readonly fd = 0;
  readonly readable = true;
  /** Undefined where the stream is no terminal. */
  readonly isTTY: boolean | undefined = undefined;
  readableEnded = false;
  "##encoding": string | undefined = undefined;
  "##bytes" = 0;
  /** Bytes of a character that has not ended. */
  "##kept" = 0;
  "##flows" = false;
  "##planned" = false;
  "##chunk": Chunk | null = null;
  "##asksForReads" = false;

  setEncoding(encoding?: string): this {
    this["##encoding"] = checkedEncoding(encoding);
    return this;
  }

  override on(name: string, listener: (...args: any[]) => void): this {
    super.on(name, listener);
    return this["##hears"](name);
  }

  override addListener(name: string, listener: (...args: any[]) => void): this {
    super.on(name, listener);
    return this["##hears"](name);
  }

  override once(name: string, listener: (...args: any[]) => void): this {
    super.once(name, listener);
    return this["##hears"](name);
  }

  "##hears"(name: string): this {
    if (name === "data") return this.resume();
    if (name === "readable") {
      this["##asksForReads"] = true;
      this["##plan"]();
    }
    return this;
  }

  resume(): this {
    this["##flows"] = true;
    this["##plan"]();
    return this;
  }

  pause(): this {
    this["##flows"] = false;
    return this;
  }

  isPaused(): boolean {
    return !this["##flows"];
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  destroy(): this {
    this["##flows"] = false;
    this["##asksForReads"] = false;
    this.readableEnded = true;
    return this;
  }

  /** What has come since `readable` was told of. */
  read(): Chunk | null {
    const chunk = this["##chunk"];
    this["##chunk"] = null;
    return chunk;
  }

  "##plan"(): void {
    if (this["##planned"] || this.readableEnded) return;
    this["##planned"] = true;
    setImmediate(() => {
      this["##planned"] = false;
      if (this["##flows"] || this["##asksForReads"]) this["##tell"](this["##next"]());
    });
  }

  "##tell"(chunk: Chunk | undefined): void {
    if (this["##asksForReads"]) {
      if (chunk !== undefined) this["##chunk"] = chunk;
      this.emit("readable");
    } else if (chunk !== undefined) this.emit("data", chunk);
    if (chunk !== undefined) {
      this["##plan"]();
      return;
    }
    this.readableEnded = true;
    this.emit("end");
    this.emit("close");
  }

  /** The next piece of the input; undefined at its end. */
  "##next"(): Chunk | undefined {
    if (this["##bytes"] === 0) this["##bytes"] = allocateBytes(chunkSize + lead);
    const bytes = this["##bytes"];
    const kept = this["##kept"];
    const got = readFile(0, bytes + kept, chunkSize);
    const length = kept + (got > 0 ? got : 0);
    if (length === 0) return undefined;
    this["##kept"] = 0;
    const encoding = this["##encoding"];
    if (encoding === undefined) return bufferOf(bytes, length);
    if (encoding !== "utf8") return textOfBytes(bytes, length, encoding);
    const rest = got > 0 ? unfinished(bytes, length) : 0;
    const text = decodeText(bytes, length - rest);
    copyBytes(bytes, bytes + length - rest, rest);
    this["##kept"] = rest;
    return text;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Chunk> {
    try {
      while (!this.readableEnded) {
        await new Promise<void>((resolve) => setImmediate(resolve));
        const chunk = this["##next"]();
        if (chunk === undefined) break;
        yield chunk;
      }
    } finally {
      this.destroy();
    }
  }
}

/** How many bytes at the end begin a character of UTF-8 that has more. */
function unfinished(bytes: number, length: number): number {
  for (let back = 1; back <= 3 && back <= length; back++) {
    const unit = load8(bytes + length - back);
    if (unit < 128) return 0;
    if (unit < 192) continue;
    const needed = unit >= 240 ? 4 : unit >= 224 ? 3 : 2;
    return needed > back ? back : 0;
  }
  return 0;
}

let made: StandardInput | undefined;

export function standardInput(): StandardInput {
  made ??= new StandardInput();
  return made;
}

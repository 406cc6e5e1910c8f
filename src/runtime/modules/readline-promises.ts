// biome-ignore-all lint/style/noDefaultExport: as Node has it.
/** `readline/promises`: what is asked is a promise. */
import { Interface as Lines, type ReadLineOptions } from "./readline.ts";

export class Interface {
  readonly "##lines": Lines;

  constructor(options: ReadLineOptions) {
    this["##lines"] = new Lines(options);
  }

  question(query: string): Promise<string> {
    return new Promise((resolve) => this["##lines"].question(query, resolve));
  }

  on(name: string, listener: (...args: any[]) => void): this {
    this["##lines"].on(name, listener);
    return this;
  }

  once(name: string, listener: (...args: any[]) => void): this {
    this["##lines"].once(name, listener);
    return this;
  }

  setPrompt(prompt: string): void {
    this["##lines"].setPrompt(prompt);
  }

  prompt(): void {
    this["##lines"].prompt();
  }

  close(): void {
    this["##lines"].close();
  }

  [Symbol.asyncIterator](): AsyncGenerator<string> {
    return this["##lines"][Symbol.asyncIterator]();
  }
}

export function createInterface(options: ReadLineOptions): Interface {
  return new Interface(options);
}

// What `import readline from "node:readline/promises"` means.
export * as default from "./readline-promises.ts";

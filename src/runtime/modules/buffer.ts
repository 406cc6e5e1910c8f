/** Bytes that were read: as much of Node's `Buffer` as reading texts needs. */
import { latin1Text } from "../../memory/host-services.ts";
import { freeBytes } from "../../memory/memory.ts";
import { bytesOfText, checkedEncoding, textOfBytes } from "./encodings.ts";

const shownBytes = 50;

export class Buffer {
  /** Each unit is a byte. */
  readonly "##bytes": string;

  constructor(bytes: string) {
    this["##bytes"] = bytes;
  }

  "##latin1"(): string {
    return this["##bytes"];
  }

  get length(): number {
    return this["##bytes"].length;
  }

  get byteLength(): number {
    return this["##bytes"].length;
  }

  toString(encoding?: string, start?: number, end?: number): string {
    const bytes = this["##bytes"].slice(start ?? 0, end ?? this["##bytes"].length);
    const address = bytesOfText(bytes, "latin1");
    const text = textOfBytes(address, bytes.length, checkedEncoding(encoding));
    freeBytes(address);
    return text;
  }

  /** What console.log shows. */
  "##contents"(): string {
    const bytes = this["##bytes"];
    let text = "<Buffer";
    for (let i = 0; i < bytes.length && i < shownBytes; i++)
      text += ` ${bytes.charCodeAt(i).toString(16).padStart(2, "0")}`;
    const more = bytes.length - shownBytes;
    if (more > 0) text += more > 1 ? ` ... ${more} more bytes` : " ... 1 more byte";
    return `${text}>`;
  }

  equals(other: Buffer): boolean {
    return this["##bytes"] === other["##bytes"];
  }
}

export function bufferOf(address: number, length: number): Buffer {
  return new Buffer(latin1Text(address, length));
}

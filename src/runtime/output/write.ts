import { allocateBytes } from "../../memory/memory.ts";
import { write } from "../../memory/system-services.ts";
import { pointAt, putPoint } from "../strings/encode.ts";
import { flat } from "../strings/flat.ts";

const bufferSize = 4096;
let buffer = 0;

/** Writes a string to a file as UTF-8: 1 is standard output, 2 standard error. */
export function writeText(file: number, text: string): void {
  if (buffer === 0) {
    buffer = allocateBytes(bufferSize);
  }
  const whole = flat(text);
  const length = whole.length;
  const last = buffer + bufferSize - 4;
  let at = buffer;
  for (let i = 0; i < length; i++) {
    if (at > last) {
      write(file, buffer, at - buffer);
      at = buffer;
    }
    const point = pointAt(whole, i, length);
    if (point > 0xffff) {
      i++;
    }
    at = putPoint(at, point);
  }
  if (at > buffer) {
    write(file, buffer, at - buffer);
  }
}

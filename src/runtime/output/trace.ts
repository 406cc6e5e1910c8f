import { load8 } from "../../memory/memory.ts";
import { traceAddress, traceLength, traceTextLength, write } from "../../memory/system-services.ts";
import { writeText } from "./write.ts";

/** Tells on standard error what was not caught, an error by its stack, and the places that it passed. */
export function writeUncaught(text: string): void {
  const frames = text.lastIndexOf("\n    at ");
  writeText(2, "Uncaught ");
  writeText(2, frames < 0 ? text : text.slice(0, frames));
  writeText(2, "\n");
  writeTrace();
}

/** Writes to standard error where the last exception passed. */
export function writeTrace(): void {
  const length = traceLength();
  for (let i = 0; i < length; i++) {
    if (isOurs(traceAddress(i), traceTextLength(i))) {
      continue;
    }
    writeText(2, "    at ");
    write(2, traceAddress(i), traceTextLength(i));
    writeText(2, "\n");
  }
}

const throwing = "throw";
const runtimeFolder = "src/runtime/";

/** The place is in the library: `throwTypeError (src/runtime/prelude/errors.ts:…)`, or the call of the main module. */
function isOurs(address: number, length: number): boolean {
  if (length === 4 && load8(address) === 109) {
    return true;
  }
  return startsWith(address, length, throwing) && contains(address, length, runtimeFolder);
}

function startsWith(address: number, length: number, text: string): boolean {
  if (length < text.length) {
    return false;
  }
  for (let i = 0; i < text.length; i++) {
    if (load8(address + i) !== text.charCodeAt(i)) {
      return false;
    }
  }
  return true;
}

function contains(address: number, length: number, text: string): boolean {
  for (let i = 0; i + text.length <= length; i++) {
    if (startsWith(address + i, length - i, text)) {
      return true;
    }
  }
  return false;
}

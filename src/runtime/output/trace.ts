import { traceAddress, traceLength, traceTextLength, write } from "../../memory/system-services.ts";
import { writeText } from "./write.ts";

/** Writes to standard error where the last exception passed. */
export function writeTrace(): void {
  const length = traceLength();
  for (let i = 0; i < length; i++) {
    writeText(2, "    at ");
    write(2, traceAddress(i), traceTextLength(i));
    writeText(2, "\n");
  }
}

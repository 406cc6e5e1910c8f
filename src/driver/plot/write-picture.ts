/** Where pictures go. */
import { writeFileSync } from "node:fs";
import { UsageFault } from "../usage-fault.ts";

export function writePicture(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageFault(`the picture \`${file}\` cannot be written: ${(error as Error).message}`);
  }
}

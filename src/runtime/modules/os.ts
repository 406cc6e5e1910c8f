/** `os`: what does not change while a program runs. */
import { environmentValue } from "./process.ts";

export const EOL = "\n";
export const devNull = "/dev/null";

export function platform(): string {
  return "linux";
}

export function type(): string {
  return "Linux";
}

export function arch(): string {
  return "x64";
}

export function endianness(): string {
  return "LE";
}

export function tmpdir(): string {
  const named = environmentValue("TMPDIR") ?? environmentValue("TMP") ?? environmentValue("TEMP") ?? "/tmp";
  return named.length > 1 && named.endsWith("/") ? named.slice(0, named.length - 1) : named;
}

export function homedir(): string {
  return environmentValue("HOME") ?? "/";
}

// What `import os from "node:os"` means.
export * as default from "./os.ts";

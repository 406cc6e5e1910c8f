/**
 * `heddle/debug`: what a program tells those who look at it from outside. On Node `src/frontend/oracle/debug-on-node.ts` stands
 * for it.
 */
import { encodeText } from "../../memory/host-services.ts";
import { beginSection, endSection, openLog, writeLine } from "../../memory/log-primitives.ts";
import { freeBytes } from "../../memory/memory.ts";
import { dumpHeap } from "../../memory/profile-primitives.ts";

// The numbers of native/log.c.
const phaseSection = 16;
const nameLine = 8;

const isLogged = (openLog() & phaseSection) !== 0;

/** A phase of the program begins, and with it the last one ends. The log has it as a section; without a log nothing is done. */
export function phase(name: string): void {
  if (!isLogged) return;
  const text = encodeText(name.split("\n").join(" "));
  beginSection(phaseSection);
  writeLine(nameLine, text);
  endSection(phaseSection);
  freeBytes(text);
}

/**
 * Writes a picture of the heap, in the form of V8's heap snapshots: `heddle heap FILE` reads it. False if the file cannot
 * be written, or if the program's collector does not know the roots (`none`, `boehm`).
 */
export function heapSnapshot(file: string): boolean {
  const name = encodeText(file);
  const written = dumpHeap(name) !== 0;
  freeBytes(name);
  return written;
}

// What `import debug from "heddle/debug"` means.
export * as default from "./debug.ts";

/**
 * The one way in to the `typescript` package: its parser and checker (`tsc`, values) and the types of both (`ts`).
 * Loaded by `require`, which is three times as fast as an `import` of that file.
 */
import { createRequire } from "node:module";
import type ts from "typescript";

export type { ts };

/** Loads the package; the place where a code cache goes in. */
export function loadTypeScript(): typeof ts {
  return createRequire(import.meta.url)("typescript");
}

export const tsc: typeof ts = loadTypeScript();

/**
 * The one way in to the `typescript` package: its parser and checker (`tsc`, values) and the types of both (`ts`).
 * It is loaded with a code cache that installation makes, which halves the time to load it.
 */
import { createRequire } from "node:module";
import path from "node:path";
import type ts from "typescript";
import { loadCached } from "./code-cache.ts";
import { packageRoot } from "./package-root.ts";

export type { ts };

/** The package's main module. */
export const typeScriptFile: string = createRequire(import.meta.url).resolve("typescript");

/** V8 accepts a code cache only from the very same version. */
export const codeCacheFile: string = path.join(
  packageRoot,
  "dist",
  "cache",
  `typescript-node-${process.version}.bin`,
);

export function loadTypeScript(): typeof ts {
  return loadCached(typeScriptFile, codeCacheFile) as typeof ts;
}

export const tsc: typeof ts = loadTypeScript();

/**
 * Loads a CommonJS module with V8's code cache, so that a big one (TypeScript is 9 MB) need not be compiled at each
 * start. The cache is made when Heddle is installed; a missing or stale one only costs time.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Script } from "node:vm";

type ModuleFunction = (
  exports: unknown,
  require: NodeJS.Require,
  module: object,
  file: string,
  folder: string,
) => void;

function compile(file: string, cachedData: Buffer | undefined): Script {
  const source = readFileSync(file, "utf8");
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  return new Script(wrapped, { filename: file, ...(cachedData ? { cachedData } : {}) });
}

function evaluate(script: Script, file: string): unknown {
  const made = { exports: {} as unknown };
  (script.runInThisContext() as ModuleFunction)(
    made.exports,
    createRequire(file),
    made,
    file,
    path.dirname(file),
  );
  return made.exports;
}

/** The exports of the module in `file`, compiled from the cache if it fits. */
export function loadCached(file: string, cacheFile: string): unknown {
  let cachedData: Buffer | undefined;
  try {
    cachedData = readFileSync(cacheFile);
  } catch {
    cachedData = undefined;
  }
  return evaluate(compile(file, cachedData), file);
}

/** Makes the cache: runs `use` on the exports first, so that the functions it needs are in the cache, too. */
export function writeCodeCache(file: string, cacheFile: string, use: (exports: unknown) => void): void {
  const script = compile(file, undefined);
  use(evaluate(script, file));
  mkdirSync(path.dirname(cacheFile), { recursive: true });
  writeFileSync(cacheFile, script.createCachedData());
}

/**
 * The cache of `heddle run`: executables by a key of everything that decides them. An entry remembers which source files
 * it was made from, so that a second run needs neither the parser nor the checker.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TranslateOptions } from "./options.ts";

interface Entry {
  /** Absolute names of all files read, with the hash of their text. */
  readonly files: readonly (readonly [string, string])[];
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

function fileHash(file: string): string | undefined {
  try {
    return hash(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** `$HEDDLE_CACHE`, `$XDG_CACHE_HOME/heddle`, or `~/.cache/heddle`. */
export function cacheDirectory(): string {
  const { HEDDLE_CACHE, XDG_CACHE_HOME } = process.env;
  return HEDDLE_CACHE ?? path.join(XDG_CACHE_HOME ?? path.join(os.homedir(), ".cache"), "heddle");
}

/** Executables of one entry file under one set of options and one version of Heddle. */
export class RunCache {
  readonly #base: string;

  /** `toolchain` tells apart versions of Heddle and of the C compiler. */
  constructor(file: string, options: TranslateOptions, toolchain: string) {
    const { gc, level, cc, debug, profile, allowSystem, gcStress, gcCheck, tagged, without } = options;
    const marks = [debug, profile, allowSystem, gcStress, gcCheck, tagged];
    // A collector of one's own goes by its file.
    const collector = /[\\/.]/.test(gc) ? path.resolve(gc) : gc;
    const choices = [collector, level, cc, ...marks, [...without].sort()];
    const key = hash(JSON.stringify([path.resolve(file), choices, toolchain]));
    this.#base = path.join(cacheDirectory(), key.slice(0, 2), key);
  }

  get executable(): string {
    return `${this.#base}.out`;
  }

  /** The executable, if it was made from the files as they are now. */
  find(): string | undefined {
    if (!existsSync(this.executable)) return undefined;
    try {
      const entry = JSON.parse(readFileSync(`${this.#base}.json`, "utf8")) as Entry;
      return entry.files.every(([file, sum]) => fileHash(file) === sum) ? this.executable : undefined;
    } catch {
      return undefined;
    }
  }

  /** Takes an executable into the cache; concurrent runs may do so at once, each by renaming whole files. */
  store(built: string, files: Iterable<string>): string {
    mkdirSync(path.dirname(this.#base), { recursive: true });
    const entry: Entry = {
      files: [...files].map((file) => [path.resolve(file), fileHash(file) ?? ""] as const),
    };
    const temporary = `${this.#base}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify(entry));
    rmSync(this.executable, { force: true });
    renameSync(built, this.executable);
    renameSync(temporary, `${this.#base}.json`);
    return this.executable;
  }

  /** Where to build before `store`: on the same file system. */
  get building(): string {
    mkdirSync(path.dirname(this.#base), { recursive: true });
    return `${this.#base}.${process.pid}.building`;
  }
}

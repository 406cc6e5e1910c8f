/** Where things stand in the installed package. */
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The package's root: the nearest folder above this module with a package.json. */
export const packageRoot: string = (() => {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "package.json"))) folder = path.dirname(folder);
  return folder;
})();

/** Teaches gdb how our values look. */
export const debuggerScript: string = path.join(packageRoot, "gdb", "heddle.py");

/** The textual graphs of the run-time (`runtime`) or of a collector, made by `npm run prepare`. */
export function libraryFile(name: string): URL {
  return new URL(`file://${path.join(packageRoot, "dist", "library", `${name}.hdl`)}`);
}

/** The same with every function optimized as far as the passes alone can, see `settle-library.ts`. */
export function settledLibraryFile(name: string): URL {
  return libraryFile(`${name}.settled`);
}

export const version: string = (
  JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8")) as { version: string }
).version;

/** Tells one state of a checkout from another: what was built from its sources when. */
export function toolchain(): string {
  const stamp = path.join(packageRoot, "dist", "prepared.json");
  return `${version} ${existsSync(stamp) ? statSync(stamp).mtimeMs : ""}`;
}

/**
 * Translates the run-time and each collector once, to low-level graphs in textual form under dist/library. They are
 * linked into programs by `library.ts`; nothing of them is translated again.
 */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { collectors } from "../collectors/registry.ts";
import { printProgram } from "../graph/print.ts";
import { libraryFile, packageRoot, settledLibraryFile } from "./paths.ts";
import { report } from "./report.ts";
import { settleLibrary } from "./settle-library.ts";
import { translateLibrary } from "./translate-library.ts";

/** What is translated with each program that uses it. */
const translatedWithPrograms = ["prelude", "modules"];

/** All other modules of the run-time. */
function runtimeModules(): string[] {
  const folder = path.join(packageRoot, "src", "runtime");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .filter((name) => !translatedWithPrograms.includes(name.split(path.sep)[0] ?? ""))
    .sort()
    .map((name) => path.join(folder, name));
}

try {
  mkdirSync(path.dirname(fileURLToPath(libraryFile("runtime"))), { recursive: true });
  const library = translateLibrary(runtimeModules()).program;
  writeFileSync(libraryFile("runtime"), printProgram(library));
  settleLibrary(library);
  writeFileSync(settledLibraryFile("runtime"), printProgram(library));
  for (const { name, runtime } of collectors)
    if (runtime)
      writeFileSync(libraryFile(name), printProgram(translateLibrary([fileURLToPath(runtime)]).program));
} catch (failure) {
  process.exitCode = report(failure);
}

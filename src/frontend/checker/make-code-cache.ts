/** Run at installation: compiles TypeScript once, with the functions that a translation needs, into its code cache. */
import path from "node:path";
import { writeCodeCache } from "./code-cache.ts";
import { packageRoot } from "./package-root.ts";
import { codeCacheFile, type ts, typeScriptFile } from "./typescript.ts";

writeCodeCache(typeScriptFile, codeCacheFile, (exports) => {
  const tsc = exports as typeof ts;
  const sample = path.join(packageRoot, "examples", "richards.ts");
  const program = tsc.createProgram([sample], {
    strict: true,
    noEmit: true,
    types: [],
    lib: ["lib.es2022.d.ts"],
  });
  tsc.getPreEmitDiagnostics(program);
});

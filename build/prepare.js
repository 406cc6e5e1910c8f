/**
 * Makes an installed checkout ready to use, run by `npm ci`: compiles our TypeScript, translates the run-time and the
 * collectors to graphs in textual form, and fills the code cache of the TypeScript compiler.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

function run(what, ...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    process.stderr.write(`heddle: ${what} failed\n`);
    process.exit(status ?? 1);
  }
}

run("compiling", "node_modules/typescript/bin/tsc", "-p", ".");
// What is not TypeScript to be compiled stands beside the compiled modules that read it.
for (const folder of ["src/backend/c/native", "src/frontend/declarations"]) {
  const from = path.join(root, folder);
  if (existsSync(from)) cpSync(from, path.join(root, "dist", folder), { recursive: true });
}
run("translating the run-time", "dist/src/driver/make-library.js");
run("the code cache", "dist/src/frontend/make-code-cache.js");

// npx looks for commands of the checkout itself where those of its dependencies are.
const link = path.join(root, "node_modules", ".bin", "heddle");
mkdirSync(path.dirname(link), { recursive: true });
rmSync(link, { force: true });
symlinkSync(path.join("..", "..", "bin", "heddle.js"), link);

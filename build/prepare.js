/**
 * Makes an installed checkout ready to use, run by `npm ci`: compiles our TypeScript, translates the run-time and the
 * collectors to graphs in textual form, and fills the code cache of the TypeScript compiler. npm runs it again when npx
 * links the checkout's own command, so it does nothing where nothing has changed since.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stamp = path.join(root, "dist", "prepared.json");

/** What the result depends on: names and times of all sources, and the version of Node (for the code cache). */
function inputs() {
  const files = ["package-lock.json", "tsconfig.json"];
  for (const folder of ["src", "tests", "bench", "build"])
    for (const name of readdirSync(path.join(root, folder), { recursive: true }))
      files.push(path.join(folder, name));
  const times = files.sort().map((file) => `${file} ${statSync(path.join(root, file)).mtimeMs}`);
  return JSON.stringify([process.version, times]);
}

function run(what, ...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    process.stderr.write(`heddle: ${what} failed\n`);
    process.exit(status ?? 1);
  }
}

/** What was compiled from files that are gone: tests among it would still run. */
function removeOrphans() {
  for (const folder of ["src", "tests", "bench"])
    for (const name of readdirSync(path.join(root, "dist", folder), { recursive: true })) {
      const source = /^(.*)\.js(?:\.map)?$/.exec(name)?.[1];
      if (source !== undefined && !existsSync(path.join(root, folder, `${source}.ts`)))
        rmSync(path.join(root, "dist", folder, name));
    }
}

const now = inputs();
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== now) {
  run("compiling", "node_modules/typescript/bin/tsc", "-p", ".");
  removeOrphans();
  // What is not TypeScript stands beside the compiled modules that read it.
  const native = "src/backend/c/native";
  cpSync(path.join(root, native), path.join(root, "dist", native), { recursive: true });
  run("the code cache", "dist/src/frontend/checker/make-code-cache.js");
  run("translating the run-time", "dist/src/driver/make-library.js");
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

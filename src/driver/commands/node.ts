/** `heddle node FILE [ARGS…]`: the oracle. The same source, its types erased by TypeScript, run by Node. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { entryFault } from "../../frontend/checker/entry-file.ts";
import { transpile } from "../../frontend/oracle/transpile.ts";
import { Refusal } from "../../source/messages.ts";
import { runExecutable } from "./run.ts";

/** Gives Node's exit code. */
export async function node(file: string, args: readonly string[]): Promise<number> {
  const fault = entryFault(path.resolve(file));
  if (fault !== undefined)
    throw new Refusal([{ code: "H2014", severity: "error", text: fault, span: undefined }]);
  const folder = mkdtempSync(path.join(os.tmpdir(), "heddle-node-"));
  try {
    const entry = transpile(file, folder);
    return await runExecutable(process.execPath, [entry, ...args]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

function findRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "package.json"))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error("the package's own folder was not found");
    folder = above;
  }
  return folder;
}

/** The folder of Heddle's package: declarations and prelude are shipped as sources. */
export const packageRoot = findRoot();

/** The file with which a program begins, as the user names it. */
import { existsSync, statSync } from "node:fs";
import { shownName } from "./spans.ts";

/** Why no program can begin with that file; undefined if it can. */
export function entryFault(fileName: string): string | undefined {
  const shown = `\`${shownName(fileName)}\``;
  if (!existsSync(fileName)) return `the file ${shown} was not found`;
  if (statSync(fileName).isDirectory())
    return `${shown} is a directory: name the file in it that the program begins with`;
  if (!/\.[cm]?[jt]sx?$/.test(fileName))
    return `${shown} has not the name of a program, which ends in .ts or .js`;
  return undefined;
}

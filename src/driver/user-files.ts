/** The files that a user names: what is wrong with one is said in a sentence, and before the work of which it is the end. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { UsageFault } from "./usage-fault.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "it does not exist",
  EISDIR: "it is a directory",
  EACCES: "its permissions do not let you",
  EEXIST: "it is a file",
  ENOTDIR: "its path leads through a file",
  ENOSPC: "the disk is full",
};

function reasonOf(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}

/** The text of a file that a command reads. */
export function readInput(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageFault(`\`${file}\` cannot be read: ${reasonOf(error)}`);
  }
}

const sourceName = /\.(?:[cm]?[jt]sx?|json)$/;

/** Whether `what` (as in "the executable") can be written there; `ending`: what viewers ask of the name. */
export function checkOutput(file: string, what: string, ending = ""): void {
  const fault = (text: string): UsageFault => new UsageFault(`${what} cannot be \`${file}\`: ${text}`);
  if (sourceName.test(file)) throw fault("that is the name of a source file");
  const found = existsSync(file) ? statSync(file) : undefined;
  if (found?.isDirectory()) throw fault("it is a directory");
  if (!file.endsWith(ending)) throw fault(`its name must end in ${ending}`);
  if (!existsSync(path.dirname(file))) throw fault(`the directory \`${path.dirname(file)}\` does not exist`);
  try {
    accessSync(found ? file : path.dirname(file), constants.W_OK);
  } catch (error) {
    throw fault(reasonOf(error));
  }
}

export function writeOutput(file: string, what: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageFault(`${what} cannot be \`${file}\`: ${reasonOf(error)}`);
  }
}

export function makeFolder(folder: string, what: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UsageFault(`${what} cannot be \`${folder}\`: ${reasonOf(error)}`);
  }
}

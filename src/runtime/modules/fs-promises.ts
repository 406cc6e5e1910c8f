// biome-ignore-all lint/style/noDefaultExport: as Node has it.
/** `fs/promises`: each does its work in a turn of the event loop of its own. */
import type { Buffer } from "./buffer.ts";
import {
  accessSync,
  appendFileSync,
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  type ReadOptions,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  unlinkSync,
  type WriteOptions,
  writeFileSync,
} from "./fs.ts";

export { constants } from "./fs.ts";

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => resolve()));
}

export async function readFile<Options extends string | ReadOptions | null | undefined = undefined>(
  path: string,
  options?: Options,
): Promise<Options extends string | { encoding: string } ? string : Buffer> {
  await turn();
  return readFileSync<Options>(path, options);
}

export async function writeFile(
  path: string,
  data: string | Buffer | Iterable<number>,
  options?: string | WriteOptions,
): Promise<void> {
  await turn();
  writeFileSync(path, data, options);
}

export async function appendFile(
  path: string,
  data: string | Buffer | Iterable<number>,
  options?: string | WriteOptions,
): Promise<void> {
  await turn();
  appendFileSync(path, data, options);
}

export async function access(path: string, mode?: number): Promise<void> {
  await turn();
  accessSync(path, mode);
}

export async function unlink(path: string): Promise<void> {
  await turn();
  unlinkSync(path);
}

export async function rmdir(path: string): Promise<void> {
  await turn();
  rmdirSync(path);
}

export async function rm(path: string, options?: { recursive?: boolean; force?: boolean }): Promise<void> {
  await turn();
  rmSync(path, options);
}

export async function chmod(path: string, mode: number): Promise<void> {
  await turn();
  chmodSync(path, mode);
}

export async function mkdir(
  path: string,
  options?: { recursive?: boolean; mode?: number },
): Promise<string | undefined> {
  await turn();
  return mkdirSync(path, options);
}

export async function stat(path: string): Promise<Stats> {
  await turn();
  return statSync(path);
}

export async function lstat(path: string): Promise<Stats> {
  await turn();
  return lstatSync(path);
}

export async function readdir(path: string): Promise<string[]> {
  await turn();
  return readdirSync(path);
}

export async function rename(from: string, to: string): Promise<void> {
  await turn();
  renameSync(from, to);
}

export async function copyFile(from: string, to: string): Promise<void> {
  await turn();
  copyFileSync(from, to);
}

// What `import fs from "node:fs/promises"` means.
export * as default from "./fs-promises.ts";

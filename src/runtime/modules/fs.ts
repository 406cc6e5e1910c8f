/** `fs`: the functions that return at once. */
import {
  closeFile,
  decodeText,
  encodeText,
  listFolder,
  openFile,
  pathAction,
  readFile,
  renamePath,
  statPath,
  writeFile,
  zeroLength,
} from "../../memory/host-services.ts";
import { allocateBytes, copyBytes, freeBytes, load8, loadInt64 } from "../../memory/memory.ts";
import { Buffer, bufferOf } from "./buffer.ts";
import { bytesLength, bytesOfText, encodingNamed, textOfBytes } from "./encodings.ts";
import { systemError } from "./system-error.ts";

export interface ReadOptions {
  encoding?: string | null;
  flag?: string;
}

export interface WriteOptions {
  encoding?: string | null;
  mode?: number;
  flag?: string;
}

function encodingOf(options: string | ReadOptions | WriteOptions | null | undefined): string | undefined {
  if (options === undefined || options === null) return undefined;
  const name = typeof options === "string" ? options : options.encoding;
  if (name === undefined || name === null) return undefined;
  const known = encodingNamed(name);
  if (known !== undefined) return known;
  const error: Error & { code?: string } = new TypeError(
    `The argument 'encoding' is invalid encoding. Received '${name}'`,
  );
  error.code = "ERR_INVALID_ARG_VALUE";
  throw error;
}

// What `readBytes` read last.
let contents = 0;
let contentsLength = 0;

function opened(path: string, how: number, mode: number): number {
  const name = encodeText(path);
  const file = openFile(name, how, mode);
  freeBytes(name);
  if (file < 0) throw systemError(file, "open", path);
  return file;
}

/** Reads a file to its end, into memory that the caller frees. */
function readBytes(path: string | number): void {
  const file = typeof path === "number" ? path : opened(path, 0, 0);
  let room = 65536;
  const words = allocateBytes(128);
  if (statPath(0, file, 1, words) === 0 && loadInt64(words + 8) >= room) room = loadInt64(words + 8) + 1;
  freeBytes(words);
  let buffer = allocateBytes(room);
  let length = 0;
  for (;;) {
    const got = readFile(file, buffer + length, room - length);
    if (got < 0) {
      freeBytes(buffer);
      if (typeof path !== "number") closeFile(file);
      throw systemError(got, "read");
    }
    if (got === 0) break;
    length += got;
    if (length === room) {
      const wider = allocateBytes(2 * room);
      copyBytes(wider, buffer, length);
      freeBytes(buffer);
      buffer = wider;
      room *= 2;
    }
  }
  if (typeof path !== "number") closeFile(file);
  contents = buffer;
  contentsLength = length;
}

/** A text where an encoding is given, else the bytes. Each kind of options has a copy of this of its own. */
export function readFileSync<Options extends string | ReadOptions | null | undefined = undefined>(
  path: string | number,
  options?: Options,
): Options extends string | { encoding: string } ? string : Buffer {
  type Result = Options extends string | { encoding: string } ? string : Buffer;
  const encoding = options === undefined ? undefined : encodingOf(options);
  readBytes(path);
  const buffer = contents;
  if (options === undefined || options === null || encoding === undefined) {
    const bytes = bufferOf(buffer, contentsLength);
    freeBytes(buffer);
    return bytes as Result;
  }
  const text = textOfBytes(buffer, contentsLength, encoding);
  freeBytes(buffer);
  return text as Result;
}

function writeAll(file: number, data: string, encoding: string): void {
  const bytes = bytesOfText(data, encoding);
  const length = bytesLength();
  let done = 0;
  while (done < length) {
    const written = writeFile(file, bytes + done, length - done);
    if (written < 0) {
      freeBytes(bytes);
      throw systemError(written, "write");
    }
    done += written;
  }
  freeBytes(bytes);
}

/** Each unit is a byte. */
function textOf(data: string | Buffer | Iterable<number>): string {
  if (typeof data === "string") return data;
  if (data instanceof Buffer) return data["##latin1"]();
  let text = "";
  for (const byte of data) text += String.fromCharCode(byte);
  return text;
}

function writeWith(
  path: string | number,
  data: string | Buffer | Iterable<number>,
  options: string | WriteOptions | undefined,
  how: number,
): void {
  const encoding = typeof data === "string" ? (encodingOf(options) ?? "utf8") : "latin1";
  let mode = 0o666;
  let kind = how;
  if (options !== undefined && typeof options !== "string") {
    if (options.mode !== undefined) mode = options.mode;
    if (options.flag !== undefined) kind = flagsOf(options.flag);
  }
  const file = typeof path === "number" ? path : opened(path, kind, mode);
  writeAll(file, textOf(data), encoding);
  if (typeof path !== "number") closeFile(file);
}

/** The flags of `open` as the C part counts them. */
function flagsOf(flag: string): number {
  switch (flag) {
    case "r":
      return 0;
    case "w":
      return 1;
    case "a":
      return 2;
    case "r+":
      return 3;
    case "wx":
      return 17;
    case "ax":
      return 18;
    default:
      throw new TypeError(`The argument 'flags' is invalid. Received '${flag}'`);
  }
}

export function writeFileSync(
  path: string | number,
  data: string | Buffer | Iterable<number>,
  options?: string | WriteOptions,
): void {
  writeWith(path, data, options, 1);
}

export function appendFileSync(
  path: string | number,
  data: string | Buffer | Iterable<number>,
  options?: string | WriteOptions,
): void {
  writeWith(path, data, options, 2);
}

export function openSync(path: string, flag?: string, mode?: number): number {
  return opened(path, flag === undefined ? 0 : flagsOf(flag), mode ?? 0o666);
}

export function closeSync(file: number): void {
  const result = closeFile(file);
  if (result < 0) throw systemError(result, "close");
}

export function writeSync(file: number, text: string): number {
  writeAll(file, text, "utf8");
  return bytesLength();
}

/** Does what one path says and gives what the system answered. */
function act(action: number, path: string, argument: number): number {
  const name = encodeText(path);
  const result = pathAction(action, name, argument);
  freeBytes(name);
  return result;
}

export function existsSync(path: string): boolean {
  return act(4, path, 0) === 0;
}

export function accessSync(path: string, mode?: number): void {
  const result = act(4, path, mode ?? 0);
  if (result < 0) throw systemError(result, "access", path);
}

export function unlinkSync(path: string): void {
  const result = act(2, path, 0);
  if (result < 0) throw systemError(result, "unlink", path);
}

export function rmdirSync(path: string): void {
  const result = act(1, path, 0);
  if (result < 0) throw systemError(result, "rmdir", path);
}

export function chmodSync(path: string, mode: number): void {
  const result = act(5, path, mode);
  if (result < 0) throw systemError(result, "chmod", path);
}

export function mkdirSync(
  path: string,
  options?: { recursive?: boolean; mode?: number },
): string | undefined {
  const mode = options?.mode ?? 0o777;
  if (options?.recursive) return makeFolders(path, mode);
  const result = act(0, path, mode);
  if (result < 0) throw systemError(result, "mkdir", path);
  return undefined;
}

const exists = -17;

/** Gives the first folder that was made. */
function makeFolders(path: string, mode: number): string | undefined {
  let first: string | undefined;
  let end = 0;
  while (end < path.length) {
    const next = path.indexOf("/", end + 1);
    end = next < 0 ? path.length : next;
    const part = path.slice(0, end);
    const result = act(0, part, mode);
    if (result === 0) {
      if (first === undefined) first = part;
    } else if (result !== exists || !isFolder(part)) throw systemError(result, "mkdir", path);
  }
  return first;
}

function isFolder(path: string): boolean {
  const name = encodeText(path);
  const words = allocateBytes(128);
  const folder = statPath(name, 0, 1, words) === 0 && (loadInt64(words) & kindMask) === folderKind;
  freeBytes(words);
  freeBytes(name);
  return folder;
}

const kindMask = 0o170000;
const folderKind = 0o040000;
const fileKind = 0o100000;
const linkKind = 0o120000;

export class Stats {
  readonly dev: number;
  readonly mode: number;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  readonly ino: number;
  readonly size: number;
  readonly atimeMs: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;

  constructor(words: number) {
    this.dev = loadInt64(words + 48);
    this.mode = loadInt64(words);
    this.nlink = loadInt64(words + 24);
    this.uid = loadInt64(words + 32);
    this.gid = loadInt64(words + 40);
    this.ino = loadInt64(words + 16);
    this.size = loadInt64(words + 8);
    this.atimeMs = loadInt64(words + 72) * 1000 + loadInt64(words + 80) / 1000000;
    this.mtimeMs = loadInt64(words + 88) * 1000 + loadInt64(words + 96) / 1000000;
    this.ctimeMs = loadInt64(words + 104) * 1000 + loadInt64(words + 112) / 1000000;
  }

  isFile(): boolean {
    return (this.mode & kindMask) === fileKind;
  }

  isDirectory(): boolean {
    return (this.mode & kindMask) === folderKind;
  }

  isSymbolicLink(): boolean {
    return (this.mode & kindMask) === linkKind;
  }
}

function statOf(path: string, follow: number): Stats | number {
  const name = encodeText(path);
  const words = allocateBytes(128);
  const result = statPath(name, 0, follow, words);
  freeBytes(name);
  const found = result === 0 ? new Stats(words) : result;
  freeBytes(words);
  return found;
}

export function statSync(path: string): Stats {
  const found = statOf(path, 1);
  if (typeof found === "number") throw systemError(found, "stat", path);
  return found;
}

export function lstatSync(path: string): Stats {
  const found = statOf(path, 0);
  if (typeof found === "number") throw systemError(found, "lstat", path);
  return found;
}

/** The names in a folder, in the order of their bytes. */
export function readdirSync(path: string): string[] {
  const name = encodeText(path);
  const list = listFolder(name);
  freeBytes(name);
  if (list < 0) throw systemError(list, "scandir", path);
  const names: string[] = [];
  for (let at = list; load8(at) !== 0; ) {
    const length = zeroLength(at);
    names.push(decodeText(at, length));
    at += length + 1;
  }
  freeBytes(list);
  return names.sort();
}

export function rmSync(path: string, options?: { recursive?: boolean; force?: boolean }): void {
  const found = statOf(path, 0);
  if (typeof found === "number") {
    if (options?.force && found === -2) return;
    throw systemError(found, "lstat", path);
  }
  if (!found.isDirectory()) {
    unlinkSync(path);
    return;
  }
  if (!options?.recursive) {
    const error: Error & { code?: string } = new Error(
      `Path is a directory: rm returned EISDIR (is a directory) ${path}`,
    );
    error.name = "SystemError";
    error.code = "ERR_FS_EISDIR";
    throw error;
  }
  for (const name of readdirSync(path)) rmSync(`${path}/${name}`, { recursive: true });
  rmdirSync(path);
}

export function renameSync(from: string, to: string): void {
  const source = encodeText(from);
  const target = encodeText(to);
  const result = renamePath(source, target);
  freeBytes(source);
  freeBytes(target);
  if (result < 0) throw systemError(result, "rename", from, to);
}

export function copyFileSync(from: string, to: string): void {
  const name = encodeText(from);
  const file = openFile(name, 0, 0);
  freeBytes(name);
  if (file < 0) throw systemError(file, "copyfile", from, to);
  closeFile(file);
  readBytes(from);
  const bytes = contents;
  const length = contentsLength;
  const target = opened(to, 1, 0o666);
  for (let done = 0; done < length; ) {
    const written = writeFile(target, bytes + done, length - done);
    if (written < 0) throw systemError(written, "copyfile", from, to);
    done += written;
  }
  closeFile(target);
  freeBytes(bytes);
}

export const constants = { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 };

// What `import fs from "node:fs"` means.
export * as default from "./fs.ts";

/** `path` for POSIX names. */
import { process } from "./process.ts";

const slash = 47;
const dot = 46;

export interface ParsedPath {
  root: string;
  dir: string;
  base: string;
  ext: string;
  name: string;
}

/** Names separated by slashes without `.`, empty ones, and `..` as far as there is something to leave. */
function resolved(path: string, keepsParents: boolean): string {
  const kept: string[] = [];
  for (const name of path.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") {
      kept.push(name);
    } else if (kept.length > 0 && kept[kept.length - 1] !== "..") {
      kept.pop();
    } else if (keepsParents) {
      kept.push("..");
    }
  }
  return kept.join("/");
}

export function isAbsolute(path: string): boolean {
  return path.length > 0 && path.charCodeAt(0) === slash;
}

export function normalize(path: string): string {
  if (path.length === 0) return ".";
  const absolute = isAbsolute(path);
  const trailing = path.charCodeAt(path.length - 1) === slash;
  let result = resolved(path, !absolute);
  if (result.length === 0) {
    if (absolute) return "/";
    return trailing ? "./" : ".";
  }
  if (trailing) result += "/";
  return absolute ? `/${result}` : result;
}

export function join(...parts: string[]): string {
  let joined = "";
  for (const part of parts) {
    if (part.length === 0) continue;
    joined = joined.length === 0 ? part : `${joined}/${part}`;
  }
  return joined.length === 0 ? "." : normalize(joined);
}

export function resolve(...parts: string[]): string {
  let path = "";
  let absolute = false;
  for (let i = parts.length - 1; i >= 0 && !absolute; i--) {
    const part = parts[i]!;
    if (part.length === 0) continue;
    path = `${part}/${path}`;
    absolute = isAbsolute(part);
  }
  if (!absolute) path = `${process.cwd()}/${path}`;
  return `/${resolved(path, false)}`;
}

export function relative(from: string, to: string): string {
  const start = resolve(from);
  const end = resolve(to);
  if (start === end) return "";
  const left = start.split("/").filter((name) => name !== "");
  const right = end.split("/").filter((name) => name !== "");
  let same = 0;
  while (same < left.length && same < right.length && left[same] === right[same]) same++;
  const names: string[] = [];
  for (let i = same; i < left.length; i++) names.push("..");
  for (let i = same; i < right.length; i++) names.push(right[i]!);
  return names.join("/");
}

/** The index after the last character that is no slash. */
function endOf(path: string): number {
  let end = path.length;
  while (end > 0 && path.charCodeAt(end - 1) === slash) end--;
  return end;
}

export function dirname(path: string): string {
  if (path.length === 0) return ".";
  const end = endOf(path);
  if (end === 0) return "/";
  const last = path.lastIndexOf("/", end - 1);
  if (last < 0) return ".";
  let start = last;
  while (start > 0 && path.charCodeAt(start - 1) === slash) start--;
  if (start > 0) return path.slice(0, last);
  return last === 1 ? "//" : last === 0 ? "/" : path.slice(0, last);
}

export function basename(path: string, suffix?: string): string {
  if (suffix !== undefined && suffix.length > 0 && suffix === path) return "";
  const end = endOf(path);
  const start = end === 0 ? 0 : path.lastIndexOf("/", end - 1) + 1;
  const name = path.slice(start, end);
  if (suffix === undefined || name === suffix || !name.endsWith(suffix)) return name;
  return name.slice(0, name.length - suffix.length);
}

export function extname(path: string): string {
  const name = basename(path);
  const at = name.lastIndexOf(".");
  if (at <= 0 || name === "..") return "";
  // A name of dots alone but for one has no extension: `..x` has `.x`.
  return name.slice(at);
}

export function parse(path: string): ParsedPath {
  const root = isAbsolute(path) ? "/" : "";
  const base = basename(path);
  const start = endOf(path) - base.length;
  // Node takes the second dot of `/..` for an extension.
  const ext = base === ".." && start === 1 ? "." : extname(path);
  const name = base.slice(0, base.length - ext.length);
  const dir = start > 1 ? path.slice(0, start - 1) : root;
  return { root, dir: base.length === 0 ? root : dir, base, ext, name };
}

export interface PathParts {
  root?: string;
  dir?: string;
  base?: string;
  ext?: string;
  name?: string;
}

export function format(parts: PathParts): string {
  const dir = parts.dir ? parts.dir : parts.root;
  const ext = parts.ext ? (parts.ext.charCodeAt(0) === dot ? parts.ext : `.${parts.ext}`) : "";
  const base = parts.base ? parts.base : `${parts.name ? parts.name : ""}${ext}`;
  if (!dir) return base;
  return dir === parts.root ? dir + base : `${dir}/${base}`;
}

export function toNamespacedPath(path: string): string {
  return path;
}

export const sep = "/";
export const delimiter = ":";

// What `import path from "node:path"` means.
export * as default from "./path.ts";

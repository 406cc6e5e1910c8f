/** What passes say, for people who see their own program only: the run-time has no inner names, and nothing is said twice. */
import path from "node:path";
import { packageRoot } from "../paths.ts";

const runtimeFolder = path.join(packageRoot, "src", "runtime");

/** Names of the run-time's functions have its module before them; instances of generic ones, types behind. */
function shownName(name: string): string {
  const [, method] = /^arrays\.(\w+)\.\w+$/.exec(name) ?? [];
  const [own] = /\w+$/.exec(name) ?? [name];
  return `\`${method ?? own}\` of the run-time`;
}

/** A remark without the run-time's inner names and files. */
export function inOwnWords(text: string): string {
  return text
    .replace(/`((?:prelude|runtime|arrays|node)\.[^`]+)`/g, (_, name: string) => shownName(name))
    .replace(/ at (\S+):\d+/g, (whole, file: string) => {
      const ours = path.resolve(file).startsWith(runtimeFolder) || /^src\/runtime\//.test(file);
      return ours ? ", in the run-time" : whole;
    })
    .replace(/( of the run-time[^`]*), in the run-time$/, "$1");
}

const kept = "allocation: the object is kept: ";
const allocated = "allocation: the object is allocated: ";
const inFrame = "allocation: the object is in the frame";

/**
 * Facts of one place, each once: two passes have asked whether an object must be allocated, the first whether it can be
 * taken apart, the second whether it can be in the frame.
 */
export function withoutRepetition(facts: readonly string[]): string[] {
  const isKept = facts.some((one) => one.startsWith(kept));
  const own = facts.filter((one) => !isKept || !one.startsWith(allocated));
  if (!own.includes(inFrame)) return own;
  return own.map((one) =>
    one.startsWith(kept) ? `allocation: it is not taken apart: ${one.slice(kept.length)}` : one,
  );
}

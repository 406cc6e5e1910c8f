/** What function values tell of themselves: `name` and `length`, by their classes. */
import { constants, type Operand, restIndex } from "../../graph/graph.ts";
import { type ClassInfo, isBound } from "../../graph/program.ts";
import type { Context } from "../context.ts";
import type { Known, Lowering } from "../lowering.ts";
import { concatenate } from "../primitives/to-string.ts";
import { int, string } from "../results.ts";
import { byCase } from "./classes.ts";
import { loadPlace } from "./place-access.ts";

/** The `name` of a function that is not bound; empty for none. */
export function ownFunctionName(context: Context, info: ClassInfo): string {
  const found = info.function === undefined ? undefined : context.source.functions.get(info.function);
  const name = found?.displayName ?? info.displayName;
  return name === "anonymous" ? "" : name;
}

/** `f.name` */
export function functionName(l: Lowering, known: Known, bound: readonly string[] = []): Operand {
  const groups = byText(l, known, (info) => ownFunctionName(l.context, info));
  return byCase(l, known, groups, "ref", ({ text, classes }, one) => {
    if (text !== undefined) return constants.string(text);
    const target = targetOf(l, one, bound);
    if (!target) return l.anything("ref");
    return concatenate(l, [constants.string("bound "), functionName(l, target, [...bound, ...classes])]);
  });
}

/** `f.length` */
export function functionLength(l: Lowering, known: Known, bound: readonly string[] = []): Operand {
  const groups = byText(l, known, (info) => String(declaredLength(l.context, info)));
  return byCase(l, known, groups, "int", ({ text, classes }, one) => {
    if (text !== undefined) return constants.int(Number(text));
    const target = targetOf(l, one, bound);
    if (!target) return l.anything("int");
    const kept = l.context.classOf(classes[0]!).fields.length - 2;
    const all = functionLength(l, target, [...bound, ...classes]);
    const left = l.op("int_sub", [all, constants.int(kept)], "int");
    return l.op("select", [l.op("int_lt", [left, constants.int(0)], "bool"), constants.int(0), left], "int");
  });
}

/** Classes that have one answer together; bound functions have none, each is by itself. */
function byText(
  l: Lowering,
  known: Known,
  textOf: (info: ClassInfo) => string,
): { classes: string[]; text: string | undefined }[] {
  const groups = new Map<string, { classes: string[]; text: string | undefined }>();
  for (const name of known.type.objects) {
    const info = l.context.classOf(name);
    const text = isBound(info) ? undefined : textOf(info);
    const key = text === undefined ? `class ${name}` : `text ${text}`;
    const group = groups.get(key) ?? { classes: [], text };
    group.classes.push(name);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function declaredLength(context: Context, { function: name }: ClassInfo): number {
  const found = name === undefined ? undefined : context.source.functions.get(name);
  if (!found) return 0;
  if (found.notes.length !== undefined) return Number(found.notes.length);
  const own = (found.blocks[0]?.params.length ?? 0) - found.captures - (found.hasThis ? 1 : 0);
  return restIndex(found) ?? own;
}

/** The function that a bound function calls. */
function targetOf(l: Lowering, { operand, type }: Known, bound: readonly string[]): Known | undefined {
  const className = type.objects[0] ?? "";
  const place = l.context.layout.place(className, "0");
  if (place && !bound.includes(className)) return loadPlace(l, operand, place);
  l.stop("unsupported", "a property of a function that is bound again and again");
  return undefined;
}

export function functionProperty(l: Lowering, known: Known, name: string): Known {
  if (name === "name") return string(functionName(l, known));
  return int(functionLength(l, known), 0, 2 ** 32 - 1);
}

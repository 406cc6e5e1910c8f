import type { Graph } from "./graph.ts";

/**
 * A function's name where its place does not stand beside it: a method with its class, as in `Square.area`. The names of
 * graphs have what is needed: `shapes.Square.area`, `shapes.Square.static-get-unit`, `shapes.Square.scaled<number>`.
 */
export function functionTitle({
  name,
  displayName,
  hasThis,
}: Pick<Graph, "name" | "displayName" | "hasThis">): string {
  const whole = name.replace(/[<~].*$/s, "").replace(/\.resume$/, "");
  const [, inside, owner, isStatic, own] =
    /^(.*\.)?([^.]+)\.(static-)?(?:[gs]et-)?([^.]+)$/.exec(whole) ?? [];
  const isMember = inside !== undefined && (hasThis || isStatic !== undefined);
  return isMember && own === displayName ? `${owner}.${own}` : displayName;
}

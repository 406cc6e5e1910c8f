import type { Program } from "./program.ts";

/** Numbers of classes such that a class and its subclasses form an interval, in order of name. */
export function classIntervals(program: Program): Map<string, readonly [number, number]> {
  const children = new Map<string, string[]>();
  const roots: string[] = [];
  for (const struct of [...program.structs.values()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (struct.parent === undefined) roots.push(struct.name);
    else children.set(struct.parent, [...(children.get(struct.parent) ?? []), struct.name]);
  }
  const intervals = new Map<string, readonly [number, number]>();
  let next = 0;
  const visit = (name: string): void => {
    const first = next++;
    for (const child of children.get(name) ?? []) visit(child);
    intervals.set(name, [first, next - 1]);
  };
  roots.forEach(visit);
  return intervals;
}

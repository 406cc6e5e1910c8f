/** structuredClone: a copy of a value and of everything in it, each object once. */
import { stop } from "../../memory/memory.ts";
import { unsupportedStop } from "../../source/stop-codes.ts";
import { Date as OurDate } from "./date.ts";

export function structuredClone(value: any): any {
  return cloned(value, new Map<any, any>());
}

function cloned(value: any, known: Map<any, any>): any {
  if (typeof value === "function") stop(unsupportedStop, "structuredClone of a function");
  if (typeof value !== "object" || value === null) return value;
  if (known.has(value)) return known.get(value);
  if (Array.isArray(value)) {
    const list: any[] = [];
    known.set(value, list);
    for (const one of value) list.push(cloned(one, known));
    return list;
  }
  if (value instanceof Map) {
    const map = new Map<any, any>();
    known.set(value, map);
    for (const [key, one] of value) map.set(cloned(key, known), cloned(one, known));
    return map;
  }
  if (value instanceof Set) {
    const set = new Set<any>();
    known.set(value, set);
    for (const one of value) set.add(cloned(one, known));
    return set;
  }
  if (value instanceof OurDate) return new OurDate(value.getTime());
  if (value instanceof Error) stop(unsupportedStop, "structuredClone of an error");
  const copy: any = {};
  known.set(value, copy);
  for (const name of Object.keys(value)) copy[name] = cloned(value[name], known);
  return copy;
}

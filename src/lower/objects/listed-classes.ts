/** Which classes have objects whose properties some code may list: prints, copies, turns into JSON, asks for by computed names. */
import type { Graph, Operand, Operation } from "../../graph/graph.ts";
import { type ClassInfo, isCapture, isSubclass, lookupInherited, type Program } from "../../graph/program.ts";
import { isValueType, objectType, type Type } from "../../graph/types.ts";
import { contentsMethod } from "../../graph/well-known.ts";
import { reflectedResults } from "./reflected-results.ts";

/** Adds the classes of a type and all that their objects lead to. */
export function addReachable(source: Program, type: Type, reached: Set<string>): void {
  if (!isValueType(type)) return;
  for (const name of type.objects) {
    const info = source.classes.get(name);
    if (!info || reached.has(name)) continue;
    reached.add(name);
    addReachable(source, info.element, reached);
    const methods = [
      info.kind === "class" ? methodOf(source, name, contentsMethod) : undefined,
      info.dictionary === undefined ? undefined : methodOf(source, info.dictionary, "##valueAt"),
    ];
    for (const method of methods) {
      const result = method === undefined ? undefined : source.functions.get(method)?.result;
      if (result !== undefined) addReachable(source, result, reached);
    }
    for (const result of reflectedResults(source, info)) addReachable(source, result, reached);
    for (let one: ClassInfo | undefined = info; one; one = source.classes.get(one.parent ?? ""))
      for (const field of one.fields)
        if (one.kind !== "closure" || !isCapture(field.name)) addReachable(source, field.type, reached);
  }
}

function methodOf(source: Program, className: string, name: string): string | undefined {
  const member = lookupInherited(source, className, name);
  return member?.kind === "method" ? member.function : undefined;
}

/** The class of the prelude of which all errors are. */
export const errorClass = "prelude.Error";

/** The classes of the program whose objects' properties may be listed. */
export function listedClasses(source: Program): Set<string> {
  const reached = new Set<string>();
  for (const graph of source.functions.values())
    for (const operand of listedOperands(graph))
      if (operand.kind === "variable") addReachable(source, operand.type, reached);
  // What nobody catches is printed.
  for (const { name } of source.classes.values())
    if (isSubclass(source, name, errorClass)) addReachable(source, objectType(name), reached);
  return reached;
}

function* listedOperands({ blocks }: Graph): Generator<Operand> {
  for (const { operations, exit } of blocks) {
    for (const operation of operations) yield* listedBy(operation);
    if (exit.kind === "raise") yield exit.value;
  }
}

/** Library functions that look at properties, or hand objects to those that do. */
const lists = /^(console|memory|JSON|Object)\./;

function listedBy({ op, args, attributes }: Operation): readonly Operand[] {
  switch (op) {
    case "call_builtin":
      return lists.test(String(attributes.name)) ? args : [];
    case "copy_properties":
    case "has_property":
      return args.slice(1);
    case "get_index":
    case "set_index":
    case "delete_property":
      return args.slice(0, 1);
    default:
      return [];
  }
}

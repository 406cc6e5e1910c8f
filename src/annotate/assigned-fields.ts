/**
 * Fields that a class gets because its own constructor or methods assign `this.name`, beyond those it declares: without
 * type annotations a class has no other declarations. They belong to the class whose code assigns them, in order of
 * assignment, the constructor's first.
 */
import type { Graph } from "../graph/graph.ts";
import { type ClassInfo, lookupInherited, type Program } from "../graph/program.ts";
import type { Span } from "../source/span.ts";

export interface AssignedField {
  readonly name: string;
  readonly span: Span | undefined;
}

export function assignedFields(program: Program): ReadonlyMap<string, readonly AssignedField[]> {
  const result = new Map<string, AssignedField[]>();
  const done = new Set<string>();
  const visit = (info: ClassInfo): void => {
    if (done.has(info.name)) return;
    done.add(info.name);
    const parent = info.parent === undefined ? undefined : program.classes.get(info.parent);
    if (parent) visit(parent);
    const fields: AssignedField[] = [];
    for (const field of assignmentsOf(program, info)) {
      if (isKnown(program, result, info, field.name) || fields.some((one) => one.name === field.name))
        continue;
      fields.push(field);
    }
    if (fields.length > 0) result.set(info.name, fields);
  };
  for (const info of program.classes.values()) if (info.kind === "class") visit(info);
  return result;
}

function isKnown(
  program: Program,
  assigned: ReadonlyMap<string, readonly AssignedField[]>,
  info: ClassInfo,
  name: string,
): boolean {
  for (let one: ClassInfo | undefined = info; one; ) {
    if (one.fields.some((field) => field.name === name)) return true;
    if (assigned.get(one.name)?.some((field) => field.name === name)) return true;
    one = one.parent === undefined ? undefined : program.classes.get(one.parent);
  }
  // A method is hidden by a property of the instance's own, an accessor is called.
  return lookupInherited(program, info.name, name)?.kind === "accessor";
}

function* assignmentsOf(program: Program, info: ClassInfo): Generator<AssignedField> {
  const ownConstructor = info.methods.get("constructor");
  const functions = [
    ...(ownConstructor === undefined ? [] : [ownConstructor]),
    ...[...info.methods.values()].filter((name) => name !== ownConstructor),
    ...info.getters.values(),
    ...info.setters.values(),
  ];
  for (const name of functions) {
    const graph = program.functions.get(name);
    if (graph) yield* assignmentsToThis(graph);
  }
}

function* assignmentsToThis(graph: Graph): Generator<AssignedField> {
  const self = graph.hasThis ? graph.blocks[0]?.params[graph.captures] : undefined;
  if (!self) return;
  for (const block of graph.blocks) {
    for (const { op, args, attributes, span } of block.operations) {
      const assigns = op === "set_property" || op === "define_field";
      if (assigns && args[0] === self && typeof attributes.name === "string")
        yield { name: attributes.name, span };
    }
  }
}

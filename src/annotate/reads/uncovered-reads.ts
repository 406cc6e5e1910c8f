import { Dominators } from "../../graph/dominators.ts";
import type { Block, Graph, Operand } from "../../graph/graph.ts";
import type { ClassClone, FieldState } from "../clones/class-clones.ts";
import { propertiesOf } from "../dictionaries.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import type { Slot } from "../flow/slot.ts";
import { definitionsOf } from "../flow/uses.ts";
import { reflectedResults } from "../reflected.ts";
import { unrefined } from "./within-length.ts";

interface Write {
  readonly object: Operand | undefined;
  readonly name: string;
  readonly block: Block;
  readonly index: number;
}

/** Those of the fields that some read may see although no write to the same object precedes it in its function. */
export function uncoveredReads(flow: Flow, fields: ReadonlySet<FieldState>): Set<FieldState> {
  const names = new Set([...fields].map((one) => one.name));
  const found = new Set<FieldState>();
  // Asked for their properties once each, at the end: many operations look at the same ones.
  const listedObjects = new Set<ClassClone>();
  for (const clone of flow.functions.values()) {
    if (!clone.reached) continue;
    for (const state of clone.blocks.values()) {
      for (const node of state.nodes) {
        if (isReflection(flow, node))
          for (const arg of node.args)
            for (const field of shown(flow, arg)) if (fields.has(field)) found.add(field);
        for (const object of listed(node)) listedObjects.add(object);
        if (!isRead(node)) continue;
        const name = String(node.operation?.attributes.name);
        if (!names.has(name)) continue;
        for (const one of node.args[0]?.objects ?? []) {
          const field = one.findField(name);
          if (field && fields.has(field) && !found.has(field) && !isCovered(node, name)) found.add(field);
        }
      }
    }
  }
  for (const object of listedObjects)
    for (const field of propertiesOf(object)) if (fields.has(field)) found.add(field);
  return found;
}

function isRead(node: FlowNode): boolean {
  const op = node.operation?.op;
  return op === "get_property" || op === "call_method";
}

/** Computed names, lists and copies of properties look at all fields of the object itself. */
function listed(node: FlowNode): Iterable<ClassClone> {
  switch (node.operation?.op) {
    case "get_index":
      return node.args[0]?.objects ?? [];
    case "copy_properties":
    case "has_property":
      return node.args[1]?.objects ?? [];
    case "call_builtin":
      return isList(String(node.operation.attributes.name)) ? (node.args[0]?.objects ?? []) : [];
    default:
      return [];
  }
}

function isList(name: string): boolean {
  return /^Object\.(keys|values|entries|forIn|hasOwn|getOwn.*)$/.test(name);
}

/** Printing and JSON look at all fields of all that they reach. */
function isReflection(flow: Flow, { operation }: FlowNode): boolean {
  return operation?.op === "call_builtin" && flow.reflected.asks(String(operation.attributes.name));
}

function shown(flow: Flow, slot: Slot, seen = new Set<ClassClone>()): FieldState[] {
  const result: FieldState[] = [];
  for (const object of slot.objects) {
    if (seen.has(object)) continue;
    seen.add(object);
    if (object.kind === "array") result.push(...shown(flow, object.element, seen));
    for (const given of reflectedResults(flow, object)) result.push(...shown(flow, given, seen));
    for (let one: ClassClone | undefined = object; one; one = one.parent) {
      for (const field of one.fields.values()) result.push(field, ...shown(flow, field.slot, seen));
    }
  }
  return result;
}

const writeLists = new WeakMap<Graph, readonly Write[]>();
const dominatorTrees = new WeakMap<Graph, Dominators>();

function writesOf(graph: Graph): readonly Write[] {
  const known = writeLists.get(graph);
  if (known) return known;
  const definitions = definitionsOf(graph);
  const writes: Write[] = [];
  for (const block of graph.blocks) {
    for (const [index, operation] of block.operations.entries()) {
      if (operation.op !== "set_property" && operation.op !== "define_field") continue;
      if (operation.op === "define_field" && operation.args[1]?.kind === "undefined") continue;
      const object = unrefined(operation.args[0], definitions);
      writes.push({ object, name: String(operation.attributes.name), block, index });
    }
  }
  writeLists.set(graph, writes);
  return writes;
}

/** The same variable, or the same function that is one value for the whole run. */
function isSame(a: Operand | undefined, b: Operand): boolean {
  return a === b || (a?.kind === "function" && b.kind === "function" && a.name === b.name);
}

function isCovered(node: FlowNode, name: string): boolean {
  const { graph } = node.clone;
  const object = unrefined(node.operation?.args[0], definitionsOf(graph));
  if (!object) return false;
  const { block } = node.state;
  return writesOf(graph).some((write) => {
    if (!isSame(write.object, object) || write.name !== name) return false;
    if (write.block === block) return write.index < node.index;
    let tree = dominatorTrees.get(graph);
    if (!tree) {
      tree = new Dominators(graph);
      dominatorTrees.set(graph, tree);
    }
    return tree.has(block) && tree.has(write.block) && tree.dominates(write.block, block);
  });
}

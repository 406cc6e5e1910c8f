/** Properties whose names only running the program tells. */
import type { ClassClone } from "../clones/class-clones.ts";
import { accessComputed, hasProperties, makeDictionary, propertiesOf } from "../dictionaries.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit } from "../flow/kinds.ts";
import type { Slot } from "../flow/slot.ts";
import { callGetter, callSetter } from "./member-access.ts";

/** The objects that have named properties, functions among them; the operation is asked again when these change. */
export function structsOf(slot: Slot, node: FlowNode): ClassClone[] {
  const result = [...slot.objects].filter((one) => hasProperties(one) && !one.indexed);
  for (const one of result) {
    one.users.add(node);
    one.asked = true;
  }
  return result;
}

/** \`o[key]\` where \`o\` is no array: any property, or none. */
export function readComputed(flow: Flow, node: FlowNode, from: Slot, key: Slot, result: Slot): void {
  const structs = structsOf(from, node);
  for (const one of structs) {
    flow.join(result, bit.undefined);
    if (one.table) continue;
    for (const field of propertiesOf(one)) flow.copy(field.slot, result, node);
    for (const name of one.info.getters.keys()) callGetter(flow, node, one, name, result);
  }
  accessComputed(flow, node, structs, "get", key, [], result);
}

/** \`o[key] = value\`: a literal becomes a dictionary; an instance of a class keeps its fields. */
export function writeComputed(flow: Flow, node: FlowNode, into: Slot, key: Slot, value: Slot): void {
  const structs = structsOf(into, node);
  for (const one of structs) {
    makeDictionary(flow, one);
    if (one.table) continue;
    for (const field of propertiesOf(one)) flow.pass(value, field.slot, node);
    for (const name of one.info.setters.keys()) callSetter(flow, node, one, name, value);
  }
  accessComputed(flow, node, structs, "set", key, [value]);
}

/** Map, Set and their like. */
import { siteEnvironment } from "../clones/call-sites.ts";
import type { ClassClone } from "../clones/class-clones.ts";
import { isCollection } from "../clones/collection-names.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";

/** The class of which a \`new\` makes an instance. */
export function constructedClone(
  flow: Flow,
  node: FlowNode,
  name: string,
  keys: readonly string[] | undefined,
): ClassClone | undefined {
  return isCollection(name)
    ? flow.classClone(name, siteEnvironment(node, name))
    : flow.classClone(name, node.clone.environment, keys);
}

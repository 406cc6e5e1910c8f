/** Map, Set and their like. */
import { siteEnvironment } from "./call-sites.ts";
import type { ClassClone } from "./class-clones.ts";
import { isCollection } from "./collection-names.ts";
import type { Flow } from "./flow.ts";
import type { FlowNode } from "./flow-node.ts";

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

/** Library code that is cloned for each place that uses it, and the names of these places. */

import type { FlowNode } from "../flow/flow-node.ts";
import { type Environment, inheritEnvironment, withSite } from "./environment.ts";

const deepestSite = 3;

/** What library code called `name` runs in when this operation uses it. */
export function siteEnvironment(node: FlowNode, name: string): Environment {
  const { environment } = node.clone;
  // Prelude code that calls itself would be cloned without end.
  const nested = environment.site?.split("#").length ?? 0;
  const site = nested > deepestSite ? environment.site! : `${node.clone.name}#${siteNumber(node)}`;
  return withSite(inheritEnvironment(environment, name), site);
}

const counted: ReadonlySet<string> = new Set(["call", "call_method", "call_builtin", "new", "new_object"]);

/** Functions of the library that programs call by name, and what its promises are asked for, are cloned for each call. */
export function isClonedAtCall(name: string): boolean {
  return clonedAtCall.test(name) && name !== "prelude.timers.init";
}

const clonedAtCall =
  /^prelude\.(promises\.(Promise\.(then|catch|finally)$|promise)|async-generators\.(asyncIterator|has|check)|disposal|timers\.)\w*$/;

/** Which such operation of its function this is: a number that edits elsewhere do not change. */
function siteNumber(node: FlowNode): number {
  const { graph } = node.clone;
  let count = 0;
  for (const block of graph.blocks) {
    for (const operation of block.operations) {
      if (operation === node.operation) return count;
      if (counted.has(operation.op)) count++;
    }
  }
  return count;
}

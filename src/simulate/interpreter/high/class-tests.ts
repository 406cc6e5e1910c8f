/** What class a value has: `instanceof`, and the choice of a method by the classes of two arguments. */
import { chooseMethod, severalMethods } from "../../../graph/dispatch-table.ts";
import type { HighOpName } from "../../../graph/ops.ts";
import { type Any, attribute, type Compile } from "./compiling.ts";
import { calleeOf, classValueOf } from "./objects.ts";

export const classTests = {
  instance_of: ({ args, result }, { objects }, operation) => {
    const [a] = args as [number];
    const holds = objects.instanceTest(attribute(operation, "class"));
    return (r) => {
      r[result] = holds(r[a]);
    };
  },
  dispatch: ({ args, result }, { objects }, { attributes }) => {
    const [a, b] = args as [number, number];
    const methods = attributes.methods as readonly string[];
    return (r) => {
      const chosen = chooseMethod(methods, objects.distanceFrom(r[a]), objects.distanceFrom(r[b]));
      if (chosen < 0) {
        const names = [r[a], r[b]].map((one) => nameOfClass(one)).join(" and ");
        const what = chosen === severalMethods ? "several methods" : "no method";
        throw new TypeError(`${String(attributes.name)} has ${what} for ${names}`);
      }
      r[result] = chosen;
    };
  },
  instance_of_value: ({ args, result }, { objects }) => {
    const [a, c] = args as [number, number];
    return (r) => {
      const right = r[c];
      const info = classValueOf(right);
      if (!info) {
        const what = typeof right === "object" && right !== null ? "callable" : "an object";
        throw new TypeError(
          `Right-hand side of 'instanceof' is not ${typeof right === "function" ? "a class" : what}`,
        );
      }
      const callee = calleeOf(right);
      const [index, field] = callee?.code.graph.notes.identity?.split(" ") ?? [];
      const isOwn = field === undefined || (r[a] as Any)?.[field] === callee?.captures[Number(index)];
      r[result] = isOwn && objects.instanceTest(info.constructs as string)(r[a]);
    };
  },
} satisfies Partial<Record<HighOpName, Compile>>;

function nameOfClass(value: unknown): string {
  if (value === null) return "null";
  const isObject = typeof value === "object" || typeof value === "function";
  return isObject ? (value as object).constructor.name : typeof value;
}

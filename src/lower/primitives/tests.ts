/** Truth, `instanceof`, and what a passed test makes of a value. */
import { constants, type Operand, type Operation } from "../../graph/graph.ts";
import { type ClassInfo, isSubclass, type Program } from "../../graph/program.ts";
import { objectType } from "../../graph/types.ts";
import {
  anyStringStruct,
  bigIntStruct,
  everyInstance,
  hasNullPrototype,
  referenceClass,
} from "../../graph/well-known.ts";
import { narrow } from "../convert.ts";
import type { Known, Lowering } from "../lowering.ts";
import { byCase, isOneOf, memberCases } from "../objects/classes.ts";
import { loadPlace } from "../objects/place-access.ts";
import { argumentsOf, bool, give, type Handlers, resultType } from "../results.ts";
import { split, testParts } from "../split.ts";
import { negated } from "./equality.ts";
import { isInt } from "./number-operands.ts";

/** ToBoolean. */
export function truthy(l: Lowering, known: Known): Operand {
  return testParts(l, known, (one, part) => {
    switch (part) {
      case "undefined":
      case "null":
        return false;
      case "boolean":
        return one.operand;
      case "number": {
        const { operand } = one;
        if (operand.kind === "int" || operand.kind === "float") return Boolean(operand.value);
        if (isInt(one.type)) return l.op("int_ne", [operand, constants.int(0)], "bool");
        const number = l.op("float_eq", [operand, operand], "bool");
        return l.op("bool_and", [number, l.op("float_ne", [operand, constants.float(0)], "bool")], "bool");
      }
      case "string": {
        if (one.operand.kind === "string") return one.operand.value !== "";
        const length = l.get(one.operand, anyStringStruct, "length", "int");
        return l.op("int_ne", [length, constants.int(0)], "bool");
      }
      case "bigint":
        return l.op("int_ne", [l.get(one.operand, bigIntStruct, "count", "int"), constants.int(0)], "bool");
      case "symbol":
      case "objects":
        return true;
    }
  });
}

function isInstance(source: Program, name: string, of: string): boolean {
  const info = source.classes.get(name);
  if (of === everyInstance.object) return !info || !hasNullPrototype(info);
  if (of === everyInstance.literal) return info?.kind === "literal";
  if (of === everyInstance.function) return info?.kind === "closure" || info === undefined;
  return isSubclass(source, name, of);
}

function instanceOf(l: Lowering, known: Known, className: string): Operand {
  const { source } = l.context;
  return split(l, known, "bool", (one, part) => {
    if (part !== "objects") return constants.bool(false);
    const { objects } = one.type;
    const instances = objects.filter(
      (name) => name !== referenceClass && isInstance(source, name, className),
    );
    return isOneOf(l, one.operand, instances, objects);
  });
}

/** The class of which instances are asked for is told by the type of the class's value. */
function instanceOfValue(l: Lowering, operation: Operation): void {
  const [value, right] = argumentsOf(l, operation) as [Known, Known];
  const result = split(l, right, "bool", (known, part) => {
    const bad = (text: string): Operand => {
      l.throwError("TypeError", `Right-hand side of 'instanceof' is not ${text}`);
      return l.anything("bool");
    };
    if (part !== "objects") return bad("an object");
    const cases = known.type.objects
      .filter((one) => one !== referenceClass)
      .map((one) => ({ classes: [one], info: l.context.classOf(one) }));
    return byCase(l, known, cases, "bool", ({ info }, known) => {
      if (info.constructs !== undefined) return madeBy(l, value, info, known.operand);
      return bad(info.kind === "closure" ? "a class" : "callable");
    });
  });
  give(l, operation, bool(result));
}

/** An instance of a class as a value; of a class that is evaluated several times the one at hand. */
function madeBy(l: Lowering, value: Known, info: ClassInfo, classValue: Operand): Operand {
  const className = String(info.constructs);
  const test = instanceOf(l, value, className);
  const { identity } = l.context.graphOf(String(info.function)).notes;
  const [index = "", field = ""] = identity?.split(" ") ?? [];
  const place = l.context.layout.place(info.name, index);
  const { source } = l.context;
  const instances = value.type.objects.filter(
    (one) => source.classes.has(one) && isSubclass(source, one, className),
  );
  if (!place || instances.length === 0) return test;
  return l.choose(
    test,
    "bool",
    () => {
      const instance = narrow(l, value, objectType(...instances));
      const own = byCase(l, instance, memberCases(l, instances, field), "ref", ({ member }, { operand }) =>
        member.kind === "field" ? loadPlace(l, operand, member.place).operand : constants.nil,
      );
      return l.op("ref_eq", [own, loadPlace(l, classValue, place).operand], "bool");
    },
    () => constants.bool(false),
  );
}

export const testHandlers: Handlers<"truthy" | "not" | "instance_of" | "instance_of_value" | "refine"> = {
  instance_of_value: instanceOfValue,
  truthy: (l, operation) => give(l, operation, bool(truthy(l, argumentsOf(l, operation)[0] as Known))),
  not: (l, operation) =>
    give(l, operation, bool(negated(l, truthy(l, argumentsOf(l, operation)[0] as Known)))),
  instance_of: (l, operation) => {
    const [a] = argumentsOf(l, operation) as [Known];
    give(l, operation, bool(instanceOf(l, a, String(operation.attributes.class))));
  },
  refine: (l: Lowering, operation: Operation): void => {
    const known = l.known(operation.args[0] as Operand);
    give(l, operation, narrow(l, known, resultType(l, operation)));
  },
};

/** `typeof`, as a string or as a test. */
import { constants, type Operand, type Operation } from "../../graph/graph.ts";
import { closureStruct, referenceClass } from "../../graph/well-known.ts";
import type { Known, Lowering } from "../lowering.ts";
import { argumentsOf, give, type Handlers, string } from "../results.ts";
import { type Part, partsOf, split, testPart } from "../split.ts";
import { isTagged, mayBeObject } from "../tagged/tagged-words.ts";

const kindOfPart: Record<Exclude<Part, "objects">, string> = {
  undefined: "undefined",
  null: "object",
  number: "number",
  boolean: "boolean",
  string: "string",
  bigint: "bigint",
  symbol: "symbol",
};

/** A function: known by the classes, or asked of the object. */
function isFunction(l: Lowering, known: Known): Operand {
  const { objects } = known.type;
  const functions = objects.filter(
    (one) => one !== referenceClass && l.context.classOf(one).kind === "closure",
  );
  if (functions.length === objects.length) return constants.bool(true);
  if (functions.length === 0 && !objects.includes(referenceClass)) return constants.bool(false);
  const test = (ref: Operand): Operand => l.op("ref_instance", [ref], "bool", { struct: closureStruct });
  if (!mayBeObject(known.operand)) return test(known.operand);
  return l.choose(
    isTagged(l, known.operand),
    "bool",
    () => constants.bool(false),
    () => test(l.op("value_to_ref", [known.operand], "ref")),
  );
}

function typeofText(l: Lowering, known: Known): Operand {
  return split(l, known, "ref", (one, part) => {
    if (part !== "objects") return constants.string(kindOfPart[part]);
    const test = isFunction(l, one);
    if (test.kind === "bool") return constants.string(test.value ? "function" : "object");
    return l.op("select", [test, constants.string("function"), constants.string("object")], "ref");
  });
}

/** Kinds that `typeof` calls by their own name. */
function isOwnKind(name: string): name is Exclude<Part, "objects" | "null"> {
  return name !== "null" && Object.hasOwn(kindOfPart, name);
}

/** `typeof known === name`. */
export function typeofTest(l: Lowering, known: Known, name: string): Operand {
  const answers = partsOf(known.type).map((part) =>
    part === "objects" ? undefined : kindOfPart[part] === name,
  );
  if (answers.every((one) => one === true)) return constants.bool(true);
  if (answers.every((one) => one === false)) return constants.bool(false);
  if (isOwnKind(name)) return testPart(l, known, name);
  return split(l, known, "bool", (one, part) => {
    if (part !== "objects") return constants.bool(kindOfPart[part] === name);
    if (name !== "function" && name !== "object") return constants.bool(false);
    const test = isFunction(l, one);
    if (name === "function") return test;
    return test.kind === "bool" ? constants.bool(!test.value) : l.op("bool_not", [test], "bool");
  });
}

function typeofOperation(l: Lowering, operation: Operation): void {
  const [a] = argumentsOf(l, operation) as [Known];
  give(l, operation, string(typeofText(l, a)));
}

export const typeofHandlers: Handlers<"typeof"> = { typeof: typeofOperation };

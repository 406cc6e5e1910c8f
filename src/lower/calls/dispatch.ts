/** Multimethods: which method is for the classes of two objects (graph/dispatch-table.ts). */
import {
  chooseMethod,
  classDistance,
  type Distance,
  noMethod,
  severalMethods,
} from "../../graph/dispatch-table.ts";
import { constants, type Operand, type Operation } from "../../graph/graph.ts";
import { isTaggedClass, mayBeTagged } from "../../graph/tagged.ts";
import type { ValueType } from "../../graph/types.ts";
import { referenceClass } from "../../graph/well-known.ts";
import type { Known, Lowering } from "../lowering.ts";
import { byCase } from "../objects/classes.ts";
import { concatenate } from "../primitives/to-string.ts";
import { argumentsOf, give, type Handlers, int } from "../results.ts";
import { split } from "../split.ts";
import { isTagged } from "../tagged/tagged-words.ts";

/** What messages call the class of a value, as `constructor.name` on Node. */
function nameText(l: Lowering, known: Known): Operand {
  return split(l, known, "ref", (one, part) => {
    if (part !== "objects") return constants.string(part);
    const byName = new Map<string, string[]>();
    for (const name of one.type.objects) {
      const displayName = name === referenceClass ? "Object" : l.context.classOf(name).displayName;
      byName.set(displayName, [...(byName.get(displayName) ?? []), name]);
    }
    const cases = [...byName].map(([name, classes]) => ({ name, classes }));
    return byCase(l, one, cases, "ref", ({ name }) => constants.string(name));
  });
}

function throwWithout(l: Lowering, name: string, what: string, a: Known, b: Known): void {
  const start = constants.string(`${name} has ${what} for `);
  const text = concatenate(l, [start, nameText(l, a), constants.string(" and "), nameText(l, b)]);
  l.throwError("TypeError", text);
}

/** A reference that has the class of an object; for what lives in a word a prebuilt object of the class. */
function classBearer(l: Lowering, known: Known): Operand {
  if (!mayBeTagged(known.type)) return known.operand;
  const tagged = known.type.objects.filter(isTaggedClass);
  const next = (index: number): Operand => {
    const className = tagged[index];
    if (className === undefined) return l.op("value_to_ref", [known.operand], "ref");
    return l.choose(
      isTagged(l, known.operand, className),
      "ref",
      () => constants.static(l.context.bearer(className)),
      () => next(index + 1),
    );
  };
  return next(0);
}

/** What flow may bring: the method, and the classes as messages show them. */
interface Meeting {
  readonly found: number;
  readonly classes: string;
}

function meetings(l: Lowering, methods: readonly string[], a: ValueType, b: ValueType): Meeting[] {
  const { source } = l.context;
  const distanceOf = (one: string): Distance =>
    one === referenceClass ? () => undefined : classDistance(source, one);
  const shown = (one: string): string => source.classes.get(one)?.displayName ?? "any object";
  return a.objects.flatMap((first) =>
    b.objects.map((second) => ({
      found: chooseMethod(methods, distanceOf(first), distanceOf(second)),
      classes: `${shown(first)} and ${shown(second)}`,
    })),
  );
}

function dispatch(l: Lowering, operation: Operation): void {
  const [a, b] = argumentsOf(l, operation) as [Known, Known];
  const methods = operation.attributes.methods as readonly string[];
  const name = String(operation.attributes.name);
  const fail = (fault: number): Operand => {
    throwWithout(l, name, whatOf[fault] ?? "", a, b);
    return constants.int(0);
  };
  const index = split(l, a, "int", (first, part) =>
    part !== "objects"
      ? fail(noMethod)
      : split(l, b, "int", (second, other) => {
          if (other !== "objects") return fail(noMethod);
          const found = new Set(meetings(l, methods, first.type, second.type).map((one) => one.found));
          const [only] = found;
          if (found.size === 1 && only !== undefined && only >= 0) return constants.int(only);
          const args = [classBearer(l, first), classBearer(l, second)];
          const chosen = l.op("dispatch", args, "int", { methods }, "method");
          for (const fault of [noMethod, severalMethods])
            if (found.has(fault))
              l.when(l.op("int_eq", [chosen, constants.int(fault)], "bool"), () => fail(fault), false);
          return chosen;
        }),
  );
  tellFaults(l, name, methods, a, b);
  give(l, operation, int(index, 0, methods.length - 1));
}

/** What can never work is refused; what may not is told. */
function tellFaults(l: Lowering, name: string, methods: readonly string[], a: Known, b: Known): void {
  const { messages } = l.context;
  const all = meetings(l, methods, a.type, b.type);
  const works = all.some(({ found }) => found >= 0);
  const pairs = new Map<number, Set<string>>();
  for (const { found, classes } of all)
    if (found < 0) pairs.set(found, (pairs.get(found) ?? new Set()).add(classes));
  for (const [found, texts] of pairs) {
    const some = [...texts].slice(0, mostShown).join(", ");
    const more = texts.size > mostShown ? `, and ${texts.size - mostShown} more` : "";
    const text = `\`${name}\` has ${whatOf[found]} for ${some}${more}`;
    const help = "add a method for just these classes";
    if (works) messages.warning("H2050", l.span, text, { help });
    else messages.error("H2050", l.span, text, { help });
  }
}

const mostShown = 3;
const whatOf: Readonly<Record<number, string>> = {
  [noMethod]: "no method",
  [severalMethods]: "several methods",
};

export const dispatchHandlers: Handlers<"dispatch"> = { dispatch };

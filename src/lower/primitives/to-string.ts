/** ToString of every kind, concatenation, and `join`, which needs both. */
import { wellKnownSymbols } from "../../graph/frames.ts";
import { constants, type Operand, type Operation } from "../../graph/graph.ts";
import type { ClassInfo } from "../../graph/program.ts";
import { isNever, type LowType, stringType } from "../../graph/types.ts";
import { hasNullPrototype } from "../../graph/well-known.ts";
import { layoutOf, lengthOf, loadItem, storageOf } from "../arrays/array-access.ts";
import { callClosure, callMethod } from "../calls/invoke.ts";
import { callHelper } from "../helper.ts";
import type { Known, Lowering } from "../lowering.ts";
import { byCase, memberCases } from "../objects/classes.ts";
import { callTable, hiddenValue, resultIn } from "../objects/dictionaries.ts";
import { loadPlace } from "../objects/place-access.ts";
import { withMember } from "../objects/with-member.ts";
import { argumentsOf, give, type Handlers, string } from "../results.ts";
import { split } from "../split.ts";

/** A string of what is known to be of any kind. */
export function toText(l: Lowering, known: Known): Operand {
  return split(l, known, "ref", (one, part) => {
    switch (part) {
      case "undefined":
      case "null":
        return constants.string(part);
      case "boolean":
        return booleanText(l, one.operand);
      case "number":
        return numberText(l, one);
      case "string":
        return one.operand;
      case "bigint":
        return bigIntText(l, one.operand);
      case "symbol":
        l.throwError("TypeError", "Cannot convert a Symbol value to a string");
        return constants.nil;
      case "objects":
        return objectText(l, one);
    }
  });
}

export function bigIntText(l: Lowering, operand: Operand): Operand {
  return l.runtime("bigint.to-string.toDecimal", [operand], "ref");
}

/** `Symbol(description)`: only who asks for it gets it. */
export function symbolText(l: Lowering, symbol: Operand): Operand {
  return l.runtime("symbols.symbols.symbolText", [symbol], "ref");
}

export function booleanText(l: Lowering, operand: Operand): Operand {
  if (operand.kind === "bool") return constants.string(String(operand.value));
  return l.op("select", [operand, constants.string("true"), constants.string("false")], "ref");
}

/** String(x) for a number. */
export function numberText(l: Lowering, known: Known): Operand {
  const { operand } = known;
  if (operand.kind === "int" || operand.kind === "float") return constants.string(String(operand.value));
  if (known.type.number?.kind === "int")
    return l.runtime("numbers.int-to-string.intToString", [operand], "ref");
  return l.runtime("numbers.number-to-string.numberToString", [operand], "ref");
}

export function objectText(l: Lowering, known: Known): Operand {
  const asked = memberCases(l, known.type.objects, wellKnownSymbols.toPrimitive);
  const isAsked = /^(method|field|dictionary)$/;
  if (!asked.some(({ member }) => isAsked.test(member.kind))) return ownText(l, known);
  const hint = { operand: constants.string("string"), type: stringType };
  return byCase(l, known, asked, "ref", ({ member }, receiver) => {
    if (member.kind === "method") {
      const result = callMethod(l, wellKnownSymbols.toPrimitive, member.functions, receiver, [hint]);
      return isNever(result.type) ? l.anything("ref") : convertedText(l, result);
    }
    const isTable = member.kind === "dictionary";
    if (!isTable && member.kind !== "field") return ownText(l, receiver);
    const held = isTable
      ? hiddenValue(l, receiver, wellKnownSymbols.toPrimitive)
      : loadPlace(l, receiver.operand, member.place);
    const called = (method: Known): Operand => {
      const result = callClosure(l, method, receiver, [hint]);
      return isNever(result.type) ? l.anything("ref") : convertedText(l, result);
    };
    return ifFunction(l, held, "ref", called, () => ownText(l, receiver));
  });
}

/** What `toString` gives, or the text that Object.prototype has for all objects. */
function ownText(l: Lowering, known: Known): Operand {
  const cases = memberCases(l, known.type.objects, "toString");
  return byCase(l, known, cases, "ref", ({ member, classes }, receiver) => {
    if (member.kind === "array") return joinArray(l, receiver, constants.string(","));
    if (member.kind === "dictionary") return resultIn(l, callTable(l, receiver, "##text", []), stringType);
    if (member.kind === "method") {
      const result = callMethod(l, "toString", member.functions, receiver, []);
      return isNever(result.type) ? l.anything("ref") : toPrimitiveText(l, result, receiver);
    }
    if (member.kind === "field") {
      const called = (method: Known): Operand => {
        const result = callClosure(l, method, receiver, []);
        return isNever(result.type) ? l.anything("ref") : toPrimitiveText(l, result, receiver);
      };
      return ifFunction(l, loadPlace(l, receiver.operand, member.place), "ref", called, () => noText(l));
    }
    if (member.kind !== "missing") return noText(l);
    const kinds = [noText, cannotConvert, taggedText]
      .map((text) => ({
        text,
        classes: classes.filter((one) => textWithout(l.context.classOf(one)) === text),
      }))
      .filter((kind) => kind.classes.length > 0);
    return byCase(l, receiver, kinds, "ref", ({ text }, object) => text(l, object));
  });
}

/** How objects without a `toString` of the program's become texts. */
function textWithout(info: ClassInfo): (l: Lowering, object: Known) => Operand {
  if (info.kind === "closure") return noText;
  return hasNullPrototype(info) ? cannotConvert : taggedText;
}

/** `[object Tag]`: the tag is the text under `Symbol.toStringTag`. */
function taggedText(l: Lowering, object: Known): Operand {
  const plain = constants.string("[object Object]");
  return withMember(l, object, wellKnownSymbols.toStringTag, "ref", (tag) =>
    split(l, tag, "ref", (one, part) =>
      part === "string"
        ? concatenate(l, [constants.string("[object "), one.operand, constants.string("]")])
        : plain,
    ),
  );
}

function noText(l: Lowering): Operand {
  return l.unsupported(
    "H3102",
    "the text of a function, or a `toString` that is no function, is not supported",
    "write the text yourself",
    "ref",
  );
}

/** What `toString` returned is final, unless it is an object: then `receiver` is asked for its `valueOf`. */
function toPrimitiveText(l: Lowering, known: Known, receiver: Known): Operand {
  return split(l, known, "ref", (one, part) => {
    if (part !== "objects") return toText(l, one);
    const cases = memberCases(l, receiver.type.objects, "valueOf");
    return byCase(l, receiver, cases, "ref", ({ member }, object) => {
      if (member.kind === "method") {
        const result = callMethod(l, "valueOf", member.functions, object, []);
        return isNever(result.type) ? l.anything("ref") : convertedText(l, result);
      }
      if (member.kind === "accessor")
        return l.unsupported(
          "H3106",
          "`valueOf` that is an accessor is not supported",
          "make it a method",
          "ref",
        );
      if (member.kind !== "field") return cannotConvert(l);
      const called = (method: Known): Operand => {
        const result = callClosure(l, method, object, []);
        return isNever(result.type) ? l.anything("ref") : convertedText(l, result);
      };
      return ifFunction(l, loadPlace(l, object.operand, member.place), "ref", called, () => cannotConvert(l));
    });
  });
}

/** Calls what may be a function; what is none gives `otherwise`. */
export function ifFunction(
  l: Lowering,
  known: Known,
  result: LowType,
  called: (method: Known) => Operand,
  otherwise: () => Operand,
): Operand {
  return split(l, known, result, (value, part) => {
    if (part !== "objects") return otherwise();
    const isFunction = (name: string): boolean => l.context.classOf(name).kind === "closure";
    const kinds = [
      { classes: value.type.objects.filter(isFunction), run: called },
      { classes: value.type.objects.filter((name) => !isFunction(name)), run: otherwise },
    ].filter(({ classes }) => classes.length > 0);
    return byCase(l, value, kinds, result, ({ run }, one) => run(one));
  });
}

/** What a converter returns is final. */
function convertedText(l: Lowering, known: Known): Operand {
  return split(l, known, "ref", (one, part) => {
    if (part !== "objects") return toText(l, one);
    return cannotConvert(l);
  });
}

function cannotConvert(l: Lowering): Operand {
  l.throwError("TypeError", "Cannot convert object to primitive value");
  return constants.nil;
}

/** The concatenation of strings. Neighbouring constants become one. */
export function concatenate(l: Lowering, texts: readonly Operand[]): Operand {
  const joined: Operand[] = [];
  for (const text of texts) {
    const last = joined[joined.length - 1];
    if (text.kind === "string" && text.value === "") continue;
    if (text.kind === "string" && last?.kind === "string") {
      joined[joined.length - 1] = constants.string(last.value + text.value);
    } else joined.push(text);
  }
  const [first, ...rest] = joined;
  return rest.reduce<Operand>(
    (left, right) => l.runtime("strings.concat.concat", [left, right], "ref"),
    first ?? constants.string(""),
  );
}

/** `array.join(separator)`: undefined and null give the empty string. */
export function joinArray(l: Lowering, array: Known, separator: Operand): Operand {
  const layout = layoutOf(l, array.type);
  const args = [
    { operand: array.operand, type: "ref", name: "array" },
    { operand: separator, type: "ref", name: "separator" },
  ] as const;
  return callHelper(l, `${array.type.objects[0]}.join`, args, "ref", (h, self, between) => {
    const length = lengthOf(h, self!, layout);
    const storage = storageOf(h, self!, layout);
    const texts = h.op("allocate_items", [length], "ref", { struct: "ItemsRef" }, "texts");
    h.loop(constants.int(0), length, (index) => {
      const item = loadItem(h, storage, index, layout);
      h.do("set_item", [texts, index, elementText(h, item)], { struct: "ItemsRef" });
    });
    return h.runtime("strings.join.join", [texts, length, between!], "ref");
  });
}

function elementText(l: Lowering, known: Known): Operand {
  return split(l, known, "ref", (one, part) =>
    part === "undefined" || part === "null" ? constants.string("") : toText(l, one),
  );
}

function toStringOperation(l: Lowering, operation: Operation): void {
  const [a] = argumentsOf(l, operation) as [Known];
  give(l, operation, string(toText(l, a)));
}

function concat(l: Lowering, operation: Operation): void {
  const texts = argumentsOf(l, operation).map((one) => toText(l, one));
  give(l, operation, string(concatenate(l, texts)));
}

export const stringHandlers: Handlers<"to_string" | "concat"> = { to_string: toStringOperation, concat };

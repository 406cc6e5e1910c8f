/** What reaches a program from outside: functions that others call, with the types of their parameters. */
import type { Program } from "../../graph/program.ts";
import {
  bigintType,
  booleanType,
  floatType,
  intType,
  joinTypes,
  type NumberFact,
  nullType,
  objectType,
  stringType,
  symbolType,
  undefinedType,
  type ValueType,
} from "../../graph/types.ts";
import { referenceClass } from "../../graph/well-known.ts";
import { emptyEnvironment } from "../clones/environment.ts";
import { anyFloat, joinSets, type NumberSet, range } from "../numbers/number-set.ts";
import type { Flow } from "./flow.ts";
import { bit } from "./kinds.ts";
import type { Slot } from "./slot.ts";

export interface Root {
  readonly function: string;
  readonly params: readonly ValueType[];
  /** What callers expect, where that is more than what comes back. */
  readonly result?: ValueType;
}

const anyValue = [
  undefinedType,
  nullType,
  booleanType,
  stringType,
  bigintType,
  symbolType,
  floatType,
  objectType(referenceClass),
];

const seedTypes: Readonly<Record<string, ValueType>> = {
  int: intType,
  float: floatType,
  bool: booleanType,
  string: stringType,
  ref: objectType(referenceClass),
  value: anyValue.reduce(joinTypes),
  void: undefinedType,
};

/** The exported functions of system modules: the note `seed` holds their types, `int,string,-> float`. */
export function exportedRoots(program: Program): Root[] {
  const roots: Root[] = [];
  for (const graph of program.functions.values()) {
    const { seed: text } = graph.notes;
    if (text === undefined) continue;
    const params: ValueType[] = [];
    let result: ValueType | undefined;
    for (const word of text.split(/[\s,]+/).filter((one) => one !== "" && one !== "->")) {
      const type = seedTypes[word.replace(/^->/, "")] ?? intType;
      if (params.length < (graph.blocks[0]?.params.length ?? 0) && !word.startsWith("->")) params.push(type);
      else result = type;
    }
    roots.push({ function: graph.name, params, ...(result ? { result } : {}) });
  }
  return roots;
}

/** Lets everything of a type flow into a slot. */
export function seed(flow: Flow, slot: Slot, type: ValueType): void {
  let bits = 0;
  if (type.undefined) bits |= bit.undefined;
  if (type.null) bits |= bit.null;
  if (type.boolean) bits |= bit.true | bit.false;
  if (type.string) bits |= bit.string;
  if (type.bigint) bits |= bit.bigint;
  if (type.symbol) bits |= bit.symbol;
  if (type.number) {
    bits |= bit.number;
    slot.seed = joinSets(slot.seed, seedNumbers(type.number));
  }
  const classes = type.objects.flatMap((name) => {
    const one = name === referenceClass ? flow.opaqueReference() : flow.classClone(name, emptyEnvironment);
    return one ? [one] : [];
  });
  for (const one of classes) one.instantiated = true;
  flow.join(slot, bits, classes);
}

function seedNumbers(fact: NumberFact): NumberSet {
  if (fact.kind === "int") return range(fact.low, fact.high);
  return fact.integral ? { ...range(fact.low, fact.high), minusZero: true, float: true } : anyFloat;
}

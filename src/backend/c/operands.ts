/** Operands as C expressions. */
import type { Constant, Operand, Variable } from "../../graph/graph.ts";
import type { LowType } from "../../graph/types.ts";
import { InternalFault } from "../../source/messages.ts";
import { cName } from "./names.ts";

/** What an emitted function refers to outside itself; the program's data section is made from it. */
export interface References {
  /** Flat string constants: text to C symbol. */
  readonly strings: Map<string, string>;
  /** Structs whose type info must exist. */
  readonly types: Set<string>;
  readonly statics: Set<string>;
  /** Functions that look methods up, by symbol: the methods. */
  readonly dispatchers: Map<string, readonly string[]>;
}

/** Gives the C symbol of a prebuilt string. */
export function stringSymbol(references: References, text: string): string {
  let symbol = references.strings.get(text);
  if (symbol === undefined) {
    // Locals end in an underscore and digits: no local hides it.
    symbol = `text${references.strings.size}`;
    references.strings.set(text, symbol);
  }
  return symbol;
}

/** A double as C reads it back exactly. */
export function floatLiteral(value: number): string {
  if (Number.isNaN(value)) return '__builtin_nan("")';
  if (value === Number.POSITIVE_INFINITY) return "__builtin_inf()";
  if (value === Number.NEGATIVE_INFINITY) return "(-__builtin_inf())";
  if (Object.is(value, -0)) return "(-0.0)";
  const text = String(value);
  const literal = /[.e]/.test(text) ? text : `${text}.0`;
  return value < 0 ? `(${literal})` : literal;
}

/** A 64-bit integer literal: always with its suffix, since C computes with 32 bits where both operands have but those. */
export function intLiteral(value: number): string {
  if (!Number.isInteger(value)) throw new InternalFault(`${value} is no integer constant`);
  if (value === -(2 ** 63)) return "INT64_MIN";
  return `${BigInt(value)}LL`;
}

const specials: Record<string, string> = {
  "int:undefined": "HEDDLE_INT_UNDEFINED",
  "int:null": "HEDDLE_INT_NULL",
  "float:undefined": "HEDDLE_FLOAT_UNDEFINED",
  "float:null": "HEDDLE_FLOAT_NULL",
  "bool:undefined": "2",
  "bool:null": "3",
  "value:undefined": "HEDDLE_UNDEFINED",
  "value:null": "HEDDLE_NULL",
  "value:false": "HEDDLE_FALSE",
  "value:true": "HEDDLE_TRUE",
  "ref:null": "((char *)&heddle_null_cell)",
};

/** A constant as a C expression; `references` learns what it needs. */
export function constantText(constant: Constant, references: References): string {
  switch (constant.kind) {
    case "int":
      return intLiteral(constant.value);
    case "float":
      return floatLiteral(constant.value);
    case "bool":
      return constant.value ? "1" : "0";
    case "nil":
      return "((char *)0)";
    case "string":
      return `((char *)&${stringSymbol(references, constant.value)})`;
    case "function":
      return `((void *)${cName("f", constant.name)})`;
    case "static":
      references.statics.add(constant.name);
      return `((char *)&${cName("static", constant.name)})`;
    case "typeid":
      references.types.add(constant.name);
      return `HEDDLE_TYPE_ID(${cName("type", constant.name)})`;
    case "special": {
      const text = specials[`${constant.type}:${constant.which}`];
      if (text === undefined) throw new InternalFault(`no C form of ${constant.type}:${constant.which}`);
      return text;
    }
    case "undefined":
    case "null":
    case "bigint":
      throw new InternalFault(`the constant ${constant.kind} reached the C backend`);
  }
}

/** The machine type of an operand at the low level. */
export function operandType(operand: Operand): LowType {
  switch (operand.kind) {
    case "variable":
      return operand.type as LowType;
    case "int":
    case "typeid":
      return "int";
    case "float":
      return "float";
    case "bool":
      return "bool";
    case "nil":
    case "string":
    case "static":
      return "ref";
    case "function":
      return "code";
    case "special":
      return operand.type;
    case "undefined":
    case "null":
    case "bigint":
      return "value";
  }
}

/** Local names of a function's variables: their own where they are C identifiers, made unique by a number. */
export class LocalNames {
  #names = new Map<Variable, string>();
  #used = new Map<string, number>();

  of(one: Variable): string {
    const known = this.#names.get(one);
    if (known !== undefined) return known;
    const base = one.name.replace(/[^A-Za-z0-9_]/g, "_") || "v";
    const count = this.#used.get(base) ?? 0;
    this.#used.set(base, count + 1);
    const name = `${base}_${count}`;
    this.#names.set(one, name);
    return name;
  }

  /** Every variable named so far, in order of first mention. */
  get all(): IterableIterator<[Variable, string]> {
    return this.#names.entries();
  }
}

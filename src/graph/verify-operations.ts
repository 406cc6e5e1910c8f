/** What must hold of operations and exits by the operations table and by what the program declares. */

import { stops } from "../source/stops.ts";
import { isBuiltin } from "./builtins.ts";
import type { Attribute, Block, Graph, Level, Operand, Operation } from "./graph.ts";
import { isMemoryBuiltin } from "./memory-builtins.ts";
import type { AttributeType, OpInfo } from "./op-info.ts";
import { lowTypeOf, storedLowType } from "./operand-type.ts";
import { opInfo } from "./ops.ts";
import type { Program, StorageType, Struct } from "./program.ts";
import { stateFields } from "./state-layout.ts";
import { structFields } from "./struct-layout.ts";
import { printType } from "./text-forms.ts";
import { isLowType, type LowType } from "./types.ts";
import type { Report } from "./verify-structure.ts";
import { everyInstance } from "./well-known.ts";

const stateNames: ReadonlySet<string> = new Set(stateFields);
const attributeTests: Readonly<Record<string, (value: Attribute) => boolean>> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  list: (value) => Array.isArray(value),
};

/** Operations whose `struct` attribute must have items. */
const itemOps: ReadonlySet<string> = new Set(["get_item", "set_item", "get_length", "allocate_items"]);
/** Operations whose `class` is the one that the source names: the typed program has only clones with instances. */
const classTests: ReadonlySet<string> = new Set(["instance_of", "refine"]);

function isEveryInstance(className: string): boolean {
  return Object.values<string>(everyInstance).includes(className);
}

export class OperationVerifier {
  readonly #graph: Graph;
  readonly #program: Program | undefined;
  readonly #level: Level;
  readonly #low: boolean;
  readonly #linked: boolean;
  readonly #report: Report;
  #block = 0;
  #index = 0;

  constructor(graph: Graph, program: Program | undefined, level: Level, linked: boolean, report: Report) {
    this.#graph = graph;
    this.#program = program;
    this.#level = level;
    this.#low = level === "low" || level === "woven";
    this.#linked = linked;
    this.#report = report;
  }

  verify(): void {
    for (const [number, block] of this.#graph.blocks.entries()) {
      this.#block = number;
      for (const [index, operation] of block.operations.entries()) {
        this.#index = index;
        this.#operation(operation);
      }
      this.#index = block.operations.length;
      this.#exit(block);
    }
  }

  #fault(text: string): void {
    this.#report(this.#block, this.#index, text);
  }

  #operation(operation: Operation): void {
    const info = opInfo(operation.op, this.#level);
    if (!info) {
      this.#fault(`there is no ${operation.op} at the ${this.#level} level`);
      return;
    }
    if (!this.#attributes(operation, info)) return;
    this.#operands(operation, info);
    this.#names(operation);
    if (!this.#low) {
      if (info.result !== "void" && !operation.result) this.#fault("its result is missing");
      if (info.result === "void" && operation.result) this.#fault("it has no result");
      return;
    }
    this.#result(operation, info);
    this.#declaredTypes(operation);
  }

  #attributes(operation: Operation, info: OpInfo): boolean {
    let fine = true;
    const declared: Readonly<Record<string, AttributeType>> = info.attributes ?? {};
    for (const [name, type] of Object.entries(declared)) {
      const value = operation.attributes[name];
      const optional = type.endsWith("?");
      if (value === undefined ? optional : attributeTests[optional ? type.slice(0, -1) : type]?.(value))
        continue;
      this.#fault(
        value === undefined
          ? `attribute ${name} is missing`
          : `attribute ${name} must be a ${type.replace("?", "")}`,
      );
      fine = false;
    }
    for (const name of Object.keys(operation.attributes)) {
      if (Object.hasOwn(declared, name)) continue;
      this.#fault(`there is no attribute ${name} of ${operation.op}`);
      fine = false;
    }
    return fine;
  }

  #operands(operation: Operation, info: OpInfo): void {
    const rest = info.args.at(-1)?.startsWith("...") ? (info.args.at(-1) as string).slice(3) : undefined;
    const fixed = rest === undefined ? info.args.length : info.args.length - 1;
    const given = operation.args.length;
    if (given < fixed || (rest === undefined && given > fixed)) {
      this.#fault(`has ${given} operands instead of ${fixed}${rest === undefined ? "" : " or more"}`);
      return;
    }
    for (const [index, arg] of operation.args.entries()) {
      this.#operand(arg, index < fixed ? (info.args[index] as string) : (rest as string));
    }
  }

  #operand(operand: Operand, expected: string): void {
    if (operand.kind !== "variable") this.#constant(operand);
    if (!this.#low) return;
    const type = lowTypeOf(operand);
    if (type === undefined) {
      if (operand.kind !== "variable")
        this.#fault(`${operand.kind} is no constant of the ${this.#level} level`);
    } else if (expected !== "any" && type !== expected)
      this.#fault(`an operand is ${type} instead of ${expected}`);
  }

  #constant(constant: Exclude<Operand, { kind: "variable" }>): void {
    const program = this.#program;
    if (constant.kind === "function") this.#function(constant.name);
    if (constant.kind === "static" && program && !program.statics.has(constant.name)) {
      this.#fault(`there is no static ${constant.name}`);
    }
    if (constant.kind === "typeid" && program && !program.structs.has(constant.name)) {
      this.#fault(`there is no struct ${constant.name}`);
    }
    const lowOnly = ["nil", "static", "typeid", "special"].includes(constant.kind);
    if (!this.#low && lowOnly) this.#fault(`${constant.kind} is no constant of the ${this.#level} level`);
  }

  #function(name: string): void {
    if (this.#program && this.#linked && !this.#program.functions.has(name)) {
      this.#fault(`there is no function ${name}`);
    }
  }

  /** What the attributes name must exist. */
  #names({ op, attributes }: Operation): void {
    const program = this.#program;
    if (!program) return;
    const { struct, class: className, function: callee, functions, name } = attributes;
    if (typeof callee === "string") this.#function(callee);
    if (Array.isArray(functions)) for (const one of functions) this.#function(one);
    const ofSource = this.#level === "typed" && classTests.has(op);
    if (
      typeof className === "string" &&
      !ofSource &&
      !program.classes.has(className) &&
      !isEveryInstance(className)
    ) {
      this.#fault(`there is no class ${className}`);
    }
    if (typeof struct === "string" && !program.structs.has(struct))
      this.#fault(`there is no struct ${struct}`);
    if (typeof name !== "string") return;
    if (op.endsWith("_global") && !program.globals.has(name)) this.#fault(`there is no global ${name}`);
    if (op === "call_builtin" && !isLibraryName(name)) this.#fault(`there is no builtin ${name}`);
  }

  #result(operation: Operation, info: OpInfo): void {
    const type = operation.result?.type;
    if (type === undefined) {
      // A call's result may be of no interest.
      if (info.result !== "void" && !info.raises && info.effect !== "io")
        this.#fault("its result is missing");
    } else if (info.result === "void") this.#fault("it has no result");
    else if (info.result !== "any" && type !== info.result) {
      this.#fault(`its result is ${printType(type)} instead of ${info.result}`);
    }
  }

  /** Types that follow not from the table but from declarations, operands or the callee. */
  #declaredTypes(operation: Operation): void {
    const { op, args, attributes } = operation;
    const struct = this.#program?.structs.get(String(attributes.struct));
    if (struct && itemOps.has(op) && struct.item === undefined)
      this.#fault(`struct ${struct.name} has no items`);
    switch (op) {
      case "get_field":
      case "set_field": {
        const field = struct && this.#field(struct, String(attributes.field));
        if (field) this.#same(op === "get_field" ? operation.result : args[1], storedLowType(field));
        return;
      }
      case "get_item":
      case "set_item":
        if (struct?.item)
          this.#same(op === "get_item" ? operation.result : args[2], storedLowType(struct.item));
        return;
      case "get_global":
      case "set_global": {
        const type = this.#program?.globals.get(String(attributes.name))?.type;
        if (type && isLowType(type)) this.#same(op === "get_global" ? operation.result : args[0], type);
        return;
      }
      case "select": {
        const type = args[1] && lowTypeOf(args[1]);
        if (type) for (const one of [args[2], operation.result]) this.#same(one, type);
        return;
      }
      case "call":
        this.#call(operation, String(attributes.function), args);
        return;
      case "call_indirect":
        if (!Array.isArray(attributes.functions)) return;
        for (const one of attributes.functions) this.#call(operation, one, args.slice(1));
        return;
      case "get_state":
      case "set_state":
        if (!stateNames.has(String(attributes.field)))
          this.#fault(`there is no state field ${attributes.field}`);
        return;
      default:
    }
  }

  #field(struct: Struct, name: string): StorageType | undefined {
    const field = structFields(this.#program as Program, struct).find((one) => one.name === name);
    if (!field) this.#fault(`struct ${struct.name} has no field ${name}`);
    return field?.type;
  }

  #same(operand: Operand | undefined, type: LowType): void {
    const given = operand && lowTypeOf(operand);
    if (given !== type) this.#fault(`it has ${given ?? "no machine type"} where ${type} is declared`);
  }

  #call(operation: Operation, name: string, args: readonly Operand[]): void {
    const callee = this.#program?.functions.get(name);
    const params = callee?.blocks[0]?.params;
    if (!callee || !params) return;
    if (args.length !== params.length) {
      this.#fault(`passes ${args.length} arguments to ${name}, which takes ${params.length}`);
      return;
    }
    for (const [index, param] of params.entries()) {
      const type = lowTypeOf(args[index] as Operand);
      if (type !== param.type) {
        this.#fault(
          `passes ${type ?? "no machine type"} to ${name} for ${param.name}: ${printType(param.type)}`,
        );
      }
    }
    const result = operation.result?.type;
    if (result !== undefined && result !== callee.result) {
      this.#fault(`${name} gives ${printType(callee.result)}, not ${printType(result)}`);
    }
  }

  #exit({ exit }: Block): void {
    if (exit.kind === "stop" && !Object.hasOwn(stops, exit.code))
      this.#fault(`there is no stop ${exit.code}`);
    if (exit.kind === "return") this.#return(exit.value);
    if (exit.kind === "branch") this.#operand(exit.condition, "bool");
    if (exit.kind === "switch") this.#operand(exit.value, "int");
    if (exit.kind === "raise") this.#operand(exit.value, "value");
  }

  #return(value: Operand | undefined): void {
    const expected = this.#graph.result;
    if (!this.#low) {
      if (value) this.#operand(value, "any");
    } else if (!value) {
      if (expected !== "void") this.#fault(`returns nothing instead of ${printType(expected)}`);
    } else if (expected === "void") this.#fault("returns a value where none is declared");
    else this.#operand(value, printType(expected));
  }
}

/** A name that `call_builtin` may have. */
function isLibraryName(name: string): boolean {
  if (isBuiltin(name) || isMemoryBuiltin(name)) return true;
  const state = /^memory\.[gs]etState\.(.*)$/.exec(name);
  return state !== null && stateNames.has(state[1] as string);
}

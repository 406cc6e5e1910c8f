/**
 * The textual form of graphs and programs. `parse.ts` reads it back exactly: what is printed, parsed and printed again
 * is the same text. Variables get names that are unique in their graph.
 *
 *   func @shapes.area "area" -> int {
 *   b0(width: int, p: ref):
 *     height: int = get_field{struct=shapes.Square, field=height} p !shapes.ts:3:14+6
 *     area = int_mul width, height !shapes.ts:3:10
 *     c = int_lt area, 0
 *     branch c, b1, b2(area) unlikely
 *   b1:
 *     stop internal "a negative area"
 *   b2(result: int):
 *     return result
 *   }
 *
 * - A type stands after a colon where it is not the one in the operations table (`any` for parameters).
 * - `@name` is a function, or a class in a type; names that are not one word are quoted as in JSON: `@"C.get x"`.
 * - Constants: `5`, `5.0`, `"text"`, `true`, `nil`, `typeid:S`, `static:s`, `value:undefined`.
 * - `!file:line:column+length` is the span; `<` leads to the call through which it was inlined.
 * - `;` begins a comment.
 */
import {
  type Block,
  type Exit,
  type Graph,
  isVariable,
  type Link,
  type Operand,
  type Operation,
  type Variable,
} from "./graph.ts";
import { ops } from "./ops.ts";
import { printClass, printGlobal, printStatic, printStruct } from "./print-declarations.ts";
import type { Program } from "./program.ts";
import {
  printAttributes,
  printConstant,
  printInt,
  printList,
  printName,
  printSpanMark,
  printType,
  variableWord,
} from "./text-forms.ts";
import type { Type } from "./types.ts";

/** Names of a graph's variables and blocks as its text shows them. */
export class GraphNames {
  #variables = new Map<Variable, string>();
  #blocks = new Map<Block, string>();
  #taken = new Set<string>();
  #counters = new Map<string, number>();

  constructor(graph: Graph) {
    for (const [index, block] of graph.blocks.entries()) {
      this.#blocks.set(block, `b${index}`);
      for (const param of block.params) this.of(param);
      for (const operation of block.operations) if (operation.result) this.of(operation.result);
      if (block.exit.kind === "except") this.of(block.exit.caught);
    }
  }

  /** The variable's unique name: its own if it came first, else with a number. */
  of(variable: Variable): string {
    const known = this.#variables.get(variable);
    if (known !== undefined) return known;
    let name = variableWord(variable.name);
    if (this.#taken.has(name)) {
      const base = name.replace(/\.\d+$/, "");
      let counter = this.#counters.get(base) ?? 0;
      do {
        counter++;
        name = `${base}.${counter}`;
      } while (this.#taken.has(name));
      this.#counters.set(base, counter);
    }
    this.#taken.add(name);
    this.#variables.set(variable, name);
    return name;
  }

  /** The block's label; a block that is not in the graph shows as `b?`. */
  ofBlock(block: Block): string {
    return this.#blocks.get(block) ?? "b?";
  }

  operand(operand: Operand): string {
    return isVariable(operand) ? this.of(operand) : printConstant(operand);
  }

  /** A definition: the name, and the type unless it is what the reader assumes. */
  definition(variable: Variable, assumed: Type): string {
    const name = this.of(variable);
    return variable.type === assumed ? name : `${name}: ${printType(variable.type)}`;
  }

  link(link: Link): string {
    const args = link.args.map((arg) => this.operand(arg)).join(", ");
    return args === "" ? this.ofBlock(link.target) : `${this.ofBlock(link.target)}(${args})`;
  }
}

/** One operation as a line without indentation. */
export function printOperation(operation: Operation, names: GraphNames): string {
  const result = operation.result
    ? `${names.definition(operation.result, ops[operation.op]?.result ?? "any")} = `
    : "";
  const args = operation.args.map((arg) => names.operand(arg)).join(", ");
  const head = `${result}${operation.op}${printAttributes(operation.attributes)}`;
  return `${head}${args === "" ? "" : ` ${args}`}${printSpanMark(operation.span)}`;
}

/** A block's exit as a line without indentation. */
export function printExit(exit: Exit, names: GraphNames): string {
  switch (exit.kind) {
    case "return":
      return `return${exit.value ? ` ${names.operand(exit.value)}` : ""}${printSpanMark(exit.span)}`;
    case "jump":
      return `jump ${names.link(exit.link)}`;
    case "branch": {
      const hint = exit.likely === undefined ? "" : exit.likely ? " likely" : " unlikely";
      return `branch ${names.operand(exit.condition)}, ${names.link(exit.then)}, ${names.link(exit.else)}${hint}`;
    }
    case "switch": {
      const cases = exit.cases.map((one) => `${printInt(one.value)}: ${names.link(one.link)}, `).join("");
      return `switch ${names.operand(exit.value)}, ${cases}else: ${names.link(exit.otherwise)}`;
    }
    case "except": {
      const caught = names.definition(exit.caught, "any");
      return `except ${names.link(exit.normal)}, catch ${caught} => ${names.link(exit.handler)}`;
    }
    case "raise":
      return `raise ${names.operand(exit.value)}${printSpanMark(exit.span)}`;
    case "stop":
      return `stop ${printName(exit.code)} ${JSON.stringify(exit.message)}${printSpanMark(exit.span)}`;
    case "unreachable":
      return "unreachable";
  }
}

function printHeader(graph: Graph): string {
  const parts = [`func @${printName(graph.name)}`];
  if (graph.displayName !== graph.name) parts.push(JSON.stringify(graph.displayName));
  if (graph.result !== "any") parts.push(`-> ${printType(graph.result)}`);
  if (graph.captures !== 0) parts.push(`captures ${graph.captures}`);
  if (graph.hasThis) parts.push("this");
  if (graph.typeParameters.length > 0) parts.push(`types ${printList(graph.typeParameters)}`);
  if (graph.system) parts.push("system");
  const notes = printAttributes(graph.notes);
  if (notes !== "") parts.push(`notes ${notes}`);
  return `${parts.join(" ")}${printSpanMark(graph.span)} {\n`;
}

export function printGraph(graph: Graph): string {
  const names = new GraphNames(graph);
  let text = printHeader(graph);
  for (const block of graph.blocks) {
    const params = block.params.map((param) => names.definition(param, "any")).join(", ");
    text += `${names.ofBlock(block)}${params === "" ? "" : `(${params})`}:\n`;
    for (const operation of block.operations) text += `  ${printOperation(operation, names)}\n`;
    text += `  ${printExit(block.exit, names)}\n`;
  }
  return `${text}}\n`;
}

export function printProgram(program: Program): string {
  const parts: string[] = [`program ${program.level} @${printName(program.entry)}\n`];
  for (const one of program.classes.values()) parts.push(printClass(one));
  for (const one of program.structs.values()) parts.push(printStruct(one));
  if (program.globals.size > 0) parts.push([...program.globals.values()].map(printGlobal).join(""));
  for (const one of program.statics.values()) parts.push(printStatic(one));
  for (const one of program.functions.values()) parts.push(printGraph(one));
  return parts.join("\n");
}

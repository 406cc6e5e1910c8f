/** Annotates programs in textual form and asks for the types of what is in them. */
import { annotate } from "../../src/annotate/annotate.ts";
import { parseProgram } from "../../src/graph/parse.ts";
import { printProgram } from "../../src/graph/print.ts";
import type { Program } from "../../src/graph/program.ts";
import { printType } from "../../src/graph/text-forms.ts";
import { printFault, verifyProgram } from "../../src/graph/verify.ts";
import { type Message, Messages } from "../../src/source/messages.ts";

export class Annotated {
  readonly program: Program;
  readonly messages: readonly Message[];

  constructor(program: Program, messages: readonly Message[]) {
    this.program = program;
    this.messages = messages;
  }

  /** The type of a variable of a function. */
  variable(functionName: string, name: string): string {
    const graph = this.program.functions.get(functionName);
    if (!graph) throw new Error(`there is no function ${functionName}`);
    for (const block of graph.blocks) {
      for (const one of block.params) if (one.name === name) return printType(one.type);
      for (const { result } of block.operations) if (result?.name === name) return printType(result.type);
    }
    throw new Error(`${functionName} has no variable ${name}`);
  }

  result(functionName: string): string {
    return printType(this.program.functions.get(functionName)?.result ?? "any");
  }

  field(className: string, name: string): string {
    const field = this.program.classes.get(className)?.fields.find((one) => one.name === name);
    if (!field) throw new Error(`${className} has no field ${name}`);
    return printType(field.type) + (field.definite ? "" : " not definite");
  }

  element(className: string): string {
    const info = this.program.classes.get(className);
    if (!info) throw new Error(`there is no class ${className}`);
    return [printType(info.element), info.holes ? "holes" : "", info.resized ? "resized" : ""]
      .filter(Boolean)
      .join(" ");
  }

  global(name: string): string {
    return printType(this.program.globals.get(name)?.type ?? "any");
  }

  /** The operations of a function by name, in order. */
  operations(functionName: string): string[] {
    const blocks = this.program.functions.get(functionName)?.blocks ?? [];
    return blocks.flatMap((block) => block.operations.map((one) => one.op));
  }

  get codes(): string[] {
    return this.messages.map((one) => one.code);
  }

  get text(): string {
    return printProgram(this.program);
  }
}

/** `body` are the declarations and functions after the header; the entry is `@main`. */
export function annotated(body: string, pick?: (length: number) => number): Annotated {
  return annotatedProgram(parseProgram(`program high @main\n${body}`), pick);
}

export function annotatedProgram(program: Program, pick?: (length: number) => number): Annotated {
  const messages = new Messages();
  const typed = annotate(program, { messages, ...(pick ? { pick } : {}) });
  const faults = verifyProgram(typed);
  if (faults[0]) throw new Error(printFault(faults[0], typed.functions.get(faults[0].where)));
  return new Annotated(typed, messages.all);
}

/** A function `main` of one block. */
export function inMain(...operations: string[]): Annotated {
  return annotated(`func @main {\nb0():\n${operations.map((one) => `  ${one}\n`).join("")}  return\n}`);
}

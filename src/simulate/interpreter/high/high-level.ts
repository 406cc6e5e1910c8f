/**
 * A run of a high or typed program. Values are JavaScript's own: instances have real prototypes with the program's
 * methods and accessors, functions are functions, so that Node itself says what a conversion, a comparison or a printed
 * object is. Calls by the program's operations still go by frames of our own.
 */
import { formatWithOptions } from "node:util";
import type { Constant } from "../../../graph/graph.ts";
import type { Program } from "../../../graph/program.ts";
import { InternalFault } from "../../../source/messages.ts";
import { Code } from "../code.ts";
import { compile } from "../compile.ts";
import { Machine } from "../machine.ts";
import type { Output } from "../output.ts";
import { ExitSignal, StopSignal, Thrown } from "../signals.ts";
import { builtinFunctions } from "./builtins.ts";
import type { HighContext } from "./compiling.ts";
import { Objects } from "./objects.ts";
import { highOperation } from "./operations.ts";

export interface HighOptions {
  readonly args: readonly string[];
  readonly output: Output;
  readonly maximumDepth: number;
}

const throwers: Readonly<Record<string, string>> = {
  TypeError: "prelude.throwTypeError",
  RangeError: "prelude.throwRangeError",
  ReferenceError: "prelude.throwReferenceError",
  SyntaxError: "prelude.throwSyntaxError",
};

export class HighLevel {
  readonly #program: Program;
  readonly #machine: Machine;
  readonly #codes = new Map<string, Code>();
  readonly #context: HighContext;
  readonly #output: Output;

  constructor(program: Program, options: HighOptions) {
    this.#program = program;
    this.#output = options.output;
    this.#machine = new Machine({
      maximumDepth: options.maximumDepth,
      overflow: () => new RangeError("Maximum call stack size exceeded"),
      translate: (error) => this.#translate(error),
    });
    const codeOf = (name: string): Code => this.#codeOf(name);
    this.#context = {
      program,
      machine: this.#machine,
      objects: new Objects(program, this.#machine, codeOf),
      builtins: builtinFunctions(options),
      globals: new Map(),
      codeOf,
      constant: (constant) => this.#constant(constant),
    };
  }

  /** Runs the program; gives false if it ended by an uncaught exception, of which it has told. */
  run(): boolean {
    try {
      this.#machine.run(this.#codeOf(this.#program.entry), []);
      return true;
    } catch (error) {
      if (!(error instanceof Thrown)) throw error;
      this.#output.write(2, Buffer.from(`Uncaught ${shown(error.value)}\n`));
      return false;
    }
  }

  /** Calls one function. */
  call(name: string, args: readonly unknown[]): unknown {
    return this.#machine.run(this.#codeOf(name), args);
  }

  #codeOf(name: string): Code {
    let code = this.#codes.get(name);
    if (!code) {
      const graph = this.#program.functions.get(name);
      if (!graph) throw new InternalFault(`function ${name} is not in the program`);
      code = new Code(graph, (one) =>
        compile(one, {
          constant: (constant) => this.#constant(constant),
          operation: (operation, places) => highOperation(operation, places, this.#context),
        }),
      );
      this.#codes.set(name, code);
    }
    return code;
  }

  #constant(constant: Constant): unknown {
    switch (constant.kind) {
      case "int":
      case "float":
      case "bool":
      case "string":
      case "bigint":
        return constant.value;
      case "undefined":
        return undefined;
      case "null":
        return null;
      case "function":
        return this.#context.objects.functionConstant(constant.name);
      case "static":
      case "typeid":
      case "special":
      case "nil":
        throw new InternalFault(`the constant ${constant.kind} at the ${this.#program.level} level`);
    }
  }

  /** Node's own errors in an operation are the program's: the classes of its prelude stand for them. */
  #translate(error: unknown): Thrown | undefined {
    if (!(error instanceof Error) || error instanceof StopSignal || error instanceof ExitSignal)
      return undefined;
    const thrower = throwers[error.name];
    if (thrower === undefined || !this.#program.functions.has(thrower)) return undefined;
    try {
      this.#machine.run(this.#codeOf(thrower), [error.message, "<anonymous>"]);
    } catch (thrown) {
      if (thrown instanceof Thrown) return thrown;
      throw thrown;
    }
    throw new InternalFault(`${thrower} returned`);
  }
}

function shown(value: unknown): string {
  const error = value as { readonly name?: unknown; readonly message?: unknown } | null | undefined;
  if (typeof error?.message === "string") return `${error.name}: ${error.message}`;
  return formatWithOptions({}, "%s", value);
}

/** Functions of the library as values: a function of the program around the call. */
import { type BuiltinName, builtins } from "../../graph/builtins.ts";
import { constants, type Graph, graph, type Operand, variable } from "../../graph/graph.ts";
import { type ClassField, classInfo } from "../../graph/program.ts";
import type { ts } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { GraphBuilder } from "../functions/ssa.ts";
import { foldable } from "./foldable-functions.ts";

/** Undefined for functions of any number of arguments that cannot be had from an array of them. */
export function builtinValue(f: FunctionContext, name: BuiltinName): Operand | undefined {
  const [, most] = builtins[name].args;
  const { functions, classes } = f.translation.program;
  const own = `builtin.${name}`;
  if (!functions.has(own)) {
    const made = most <= 3 ? fixedArguments(own, name, most) : anyArguments(own, name);
    if (!made) return undefined;
    functions.set(own, made);
    classes.set(own, classInfo(own, "closure", { displayName: "Function", function: own }));
    const { rest } = made.notes;
    if (rest !== undefined) classes.set(rest, classInfo(rest, "array", { displayName: "Array" }));
  }
  return constants.function(own);
}

/** The function's own name, and its `length` where that is not the number of its parameters. */
function header(own: string, name: BuiltinName, notes: Record<string, string> = {}): Graph {
  let value: unknown = globalThis;
  for (const part of name.split(".")) value = (value as Record<string, unknown>)[part];
  const length = typeof value === "function" ? String(value.length) : "0";
  return graph(own, { displayName: name.slice(name.lastIndexOf(".") + 1), notes: { ...notes, length } });
}

function fixedArguments(own: string, name: BuiltinName, count: number): Graph {
  const params = ["x", "y", "z"].slice(0, count).map((one) => variable(one, "any"));
  const builder = new GraphBuilder(header(own, name), params);
  builder.return(builder.emit("call_builtin", params, undefined, { name }), undefined);
  return builder.finish();
}

/** All arguments come in an array. */
function anyArguments(own: string, name: BuiltinName): Graph | undefined {
  const values = variable("values", "any");
  const builder = new GraphBuilder(header(own, name, { rest: `${own}.rest` }), [values]);
  const call = (...args: Operand[]): Operand => builder.emit("call_builtin", args, undefined, { name });
  if (name === "console.log" || name === "console.error") {
    const text = builder.emit("call_builtin", [values], undefined, { name: "memory.formatText" });
    builder.return(call(text), undefined);
    return builder.finish();
  }
  const start = foldable[name];
  if (!start) return undefined;
  const [index, result] = [{ name: "index" }, { name: "result" }];
  builder.write(index, constants.int(0));
  builder.write(result, start);
  const [header_, body, after] = [builder.block(), builder.block(), builder.block()];
  builder.jump(header_);
  builder.start(header_);
  const length = builder.emit("get_property", [values], undefined, { name: "length" });
  builder.branch(builder.emit("less", [builder.read(index), length], undefined), body, after);
  builder.sealAndStart(body);
  const value = builder.emit("get_index", [values, builder.read(index)], undefined);
  const old = builder.read(result);
  const isText = start.kind === "string";
  builder.write(result, isText ? builder.emit("concat", [old, call(value)], undefined) : call(old, value));
  builder.write(index, builder.emit("add", [builder.read(index), constants.int(1)], undefined));
  builder.jump(header_);
  builder.seal(header_);
  builder.sealAndStart(after);
  builder.return(builder.read(result), undefined);
  return builder.finish();
}

const consoleMethods = {
  log: "console.log",
  info: "console.log",
  debug: "console.log",
  warn: "console.error",
  error: "console.error",
} as const;

/** `console` as a value: an object with its methods that print. */
export function consoleValue(f: FunctionContext, node: ts.Node): Operand {
  const { classes } = f.translation.program;
  const own = "builtin.console";
  const fields = Object.keys(consoleMethods).map((name) => field(name));
  if (!classes.has(own)) classes.set(own, classInfo(own, "literal", { displayName: "Object", fields }));
  const values = Object.values(consoleMethods).map((name) => builtinValue(f, name) ?? constants.undefined);
  return f.emit("new_object", values, node, { class: own });
}

function field(name: string): ClassField {
  return { name, type: "any", definite: false, span: undefined };
}

/** Functions of the library as values: a function of the program around the call. */
import { type BuiltinName, builtins } from "../graph/builtins.ts";
import { constants, graph, type Operand, variable } from "../graph/graph.ts";
import { classInfo } from "../graph/program.ts";
import type { FunctionContext } from "./function-context.ts";
import { GraphBuilder } from "./ssa.ts";

/** Undefined for functions of any number of arguments: who calls the value decides how many. */
export function builtinValue(f: FunctionContext, name: BuiltinName): Operand | undefined {
  const [, most] = builtins[name].args;
  if (most > 3) return undefined;
  const { functions, classes } = f.translation.program;
  const own = `builtin.${name}`;
  if (!functions.has(own)) {
    const params = ["x", "y", "z"].slice(0, most).map((one) => variable(one, "any"));
    const displayName = name.slice(name.lastIndexOf(".") + 1);
    const builder = new GraphBuilder(graph(own, { displayName }), params);
    builder.return(builder.emit("call_builtin", params, undefined, { name }), undefined);
    functions.set(own, builder.finish());
    classes.set(own, classInfo(own, "closure", { displayName: "Function", function: own }));
  }
  return constants.function(own);
}

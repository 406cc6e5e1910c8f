/** The function in which a program begins: it runs every module, then what is left to be done. */
import { constants, graph, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { GraphBuilder } from "../functions/ssa.ts";
import { exportNamed } from "../names/host-globals.ts";
import type { Translation } from "../translation.ts";
import type { ModuleStep } from "./module-evaluation.ts";
import { isHostModule } from "./modules.ts";

/** Functions of `process-events`, which programs that listen to events of `process` have. */
const eventFunctions = {
  run: "node.process-events.runProgram",
  uncaught: "node.process-events.handleUncaught",
  exit: "node.process-events.exitProcess",
};

export function addEntry(translation: Translation, steps: readonly ModuleStep[]): void {
  const { names, program } = translation;
  const builder = new GraphBuilder(graph(program.entry, { displayName: "main" }), []);
  const uncaught = translation.preludeFunctionNamed(eventFunctions.uncaught);
  const loop =
    translation.preludeFunctionNamed(eventFunctions.run) ?? names.functionNamed("prelude.jobs.runEventLoop");
  const failure = loop && builder.handlerBlock("thrown");
  builder.handler = failure;
  const end = runModules(translation, builder, steps);
  const turns = builder.block();
  if (loop) {
    builder.jump(turns);
    builder.start(turns);
    if (!uncaught) builder.handler = undefined;
    builder.emit("call", [], undefined, { function: loop.name });
    if (end && !uncaught) exitIfPending(builder, end);
  }
  builder.handler = undefined;
  // What imports another module comes after it, and ends before it.
  for (const { file } of [...steps].reverse()) {
    const last = isHostModule(file) ? exportNamed(file, "endProgram") : undefined;
    if (last && tsc.isFunctionDeclaration(last))
      builder.emit("call", [], undefined, { function: names.functionOf(last).name });
  }
  builder.return(constants.undefined, undefined);
  const thrown = failure?.params[0];
  if (failure && thrown && builder.isReached(failure)) {
    const after = names.functionNamed("prelude.jobs.runMicrotasks");
    builder.sealAndStart(failure);
    if (after && !uncaught) builder.emit("call", [], undefined, { function: after.name });
    if (uncaught) {
      const ends = builder.block();
      const handled = builder.emit("call", [thrown], undefined, { function: uncaught.name });
      builder.branch(builder.emit("truthy", [handled], undefined), turns, ends);
      builder.sealAndStart(ends);
    }
    builder.raise(thrown, undefined);
  }
  if (loop) builder.seal(turns);
  program.functions.set(program.entry, builder.finish());
}

/** Runs modules in order; gives the promise of the last one's end where that waits for something. */
function runModules(
  translation: Translation,
  builder: GraphBuilder,
  steps: readonly ModuleStep[],
): Operand | undefined {
  const { names } = translation;
  const call = ({ file }: ModuleStep): Operand =>
    builder.emit("call", [], undefined, { function: names.functionOf(file).name });
  const last = steps.at(-1);
  const own = translation.preludeClass("AsyncModule");
  if (!own || !needsAsyncModules(steps)) {
    const results = steps.map((one) => call(one));
    return last?.waits ? results.at(-1) : undefined;
  }
  const made = new Map<ts.SourceFile, Operand>();
  let end: Operand | undefined;
  steps.forEach((one, order) => {
    const { file, waits, after } = one;
    if (!waits && after.length === 0) {
      call(one);
      return;
    }
    const info = names.functionOf(file);
    translation.closureClass(info);
    const args = [constants.int(order), constants.function(info.name), constants.bool(waits)];
    const module = builder.emit("new", args, undefined, { class: own.name });
    made.set(file, module);
    if (one === last) {
      const finish = translation.preludeFunctionNamed("prelude.async-modules.lastAsyncModule");
      if (finish) end = builder.emit("call", [module], undefined, { function: finish.name });
    }
    for (const other of after) {
      const imported = made.get(other);
      if (imported) builder.emit("call_method", [module, imported], undefined, { name: "##waitFor" });
    }
    if (after.length === 0) builder.emit("call_method", [module], undefined, { name: "##start" });
  });
  return end;
}

/** Some module waits that is not the last. */
export function needsAsyncModules(steps: readonly ModuleStep[]): boolean {
  return steps.slice(0, -1).some((one) => one.waits);
}

/** As Node where nothing is left that could end what the program waits for. */
function exitIfPending(builder: GraphBuilder, promise: Operand): void {
  const state = builder.emit("get_property", [promise], undefined, { name: "##state" });
  const pending = builder.block();
  const after = builder.block();
  builder.branch(builder.emit("strict_equal", [state, constants.int(0)], undefined), pending, after);
  builder.sealAndStart(pending);
  builder.emit("call_builtin", [constants.int(13)], undefined, { name: "process.exit" });
  builder.jump(after);
  builder.sealAndStart(after);
}

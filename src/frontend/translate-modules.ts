/** From checked modules to the program: names, captures, classes, then a graph for each function. */
import { constants, graph, type Operand } from "../graph/graph.ts";
import { program as newProgram, type Program } from "../graph/program.ts";
import type { Messages } from "../source/messages.ts";
import type { ClassBinding, SourceModule } from "./bindings.ts";
import { decideCaptures } from "./captures.ts";
import { declareClass, managedBaseName } from "./class-members.ts";
import { addConstructorProperty } from "./class-values.ts";
import { collectNames } from "./collect-names.ts";
import { translateFunction } from "./function-graphs.ts";
import { awaitsAtTop } from "./function-shape.ts";
import { exportNamed } from "./host-globals.ts";
import { decideInitialization } from "./initialization-order.ts";
import { bindingOfName, libraryName } from "./library-names.ts";
import { isHostModule } from "./modules.ts";
import { NameTable } from "./name-table.ts";
import type { SourceProgram } from "./source-program.ts";
import { GraphBuilder } from "./ssa.ts";
import { syntax } from "./syntax.ts";
import { skipErased } from "./syntax-tree.ts";
import { Translation } from "./translation.ts";
import { type ts, tsc } from "./typescript.ts";

export function translateModules(
  source: SourceProgram,
  modules: readonly SourceModule[],
  entry: string,
  messages: Messages,
  globals: ReadonlyMap<string, ts.Node> = new Map(),
): Translation {
  const names = new NameTable(source.checker, modules, globals);
  names.unique(entry);
  collectNames(names, modules);
  const uncertain = decideCaptures(names);
  decideInitialization(names, uncertain);
  const program = newProgram("high", entry);
  const translation = new Translation(program, messages, names, uncertain);
  const classes = new Set([...names.bindings.values()].filter((one) => one.kind === "class"));
  for (const one of classes) {
    declareClass(translation, one, (node) => parentClass(translation, node));
  }
  translation.prototypes.read(modules);
  if (names.mentionsConstructor) for (const one of classes) addConstructorProperty(translation, one);
  addEntry(program, names, modules);
  refuseWaiting(translation, modules);
  for (const info of names.functions.values()) translateFunction(translation, syntax, info);
  // A copy may ask for others, which then come later in the map.
  for (const { info, self } of translation.staticCopies.values())
    translateFunction(translation, syntax, info, self);
  return translation;
}

function parentClass(translation: Translation, given: ts.Expression): ClassBinding | undefined {
  const node = skipErased(given);
  const { names } = translation;
  const binding = bindingOfName(names, node);
  if (binding?.kind === "class") return binding;
  const library = binding ? undefined : libraryName(names, node);
  const found = library === undefined ? undefined : translation.preludeClass(library);
  if (found) return found;
  // The base of what is managed by hand has nothing of its own.
  if (library === managedBaseName) return undefined;
  if (library === undefined) translation.refuse(node, "extendsExpression");
  else translation.refuse(node, "extendsBuiltin", library);
  return undefined;
}

function refuseWaiting(translation: Translation, modules: readonly SourceModule[]): void {
  for (const { file } of modules.slice(0, -1)) if (awaitsAtTop(file)) translation.refuse(file, "await");
  if (!translation.preludeClass("Promise")) return;
  for (const { node } of translation.names.functions.values()) {
    const isThen = !tsc.isSourceFile(node) && !tsc.isClassLike(node) && node.name?.getText() === "then";
    if (isThen && tsc.isMethodDeclaration(node) && !translation.names.moduleOf(node).prelude)
      translation.refuse(node.name, "thenable");
  }
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

/** The function that runs every module in order. */
function addEntry(program: Program, names: NameTable, modules: readonly SourceModule[]): void {
  const builder = new GraphBuilder(graph(program.entry, { displayName: "main" }), []);
  const loop = names.functionNamed("prelude.jobs.runEventLoop");
  const failure = loop && builder.handlerBlock("thrown");
  builder.handler = failure;
  const results = modules.map(({ file }) =>
    builder.emit("call", [], undefined, { function: names.functionOf(file).name }),
  );
  builder.handler = undefined;
  if (loop) {
    builder.emit("call", [], undefined, { function: loop.name });
    const last = modules.at(-1);
    if (last && awaitsAtTop(last.file)) exitIfPending(builder, results.at(-1) ?? constants.undefined);
  }
  for (const { file } of modules) {
    const end = isHostModule(file) ? exportNamed(file, "endProgram") : undefined;
    if (end && tsc.isFunctionDeclaration(end))
      builder.emit("call", [], undefined, { function: names.functionOf(end).name });
  }
  builder.return(constants.undefined, undefined);
  const thrown = failure?.params[0];
  if (failure && thrown && builder.isReached(failure)) {
    const after = names.functionNamed("prelude.jobs.runMicrotasks");
    builder.sealAndStart(failure);
    if (after) builder.emit("call", [], undefined, { function: after.name });
    builder.raise(thrown, undefined);
  }
  program.functions.set(program.entry, builder.finish());
}

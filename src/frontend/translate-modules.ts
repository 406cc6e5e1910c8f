/** From checked modules to the program: names, captures, classes, then a graph for each function. */
import { program as newProgram } from "../graph/program.ts";
import type { Messages } from "../source/messages.ts";
import { declareAddedStatics } from "./added-statics.ts";
import type { ClassBinding, SourceModule } from "./bindings.ts";
import { decideCaptures } from "./captures.ts";
import { declareClass, managedBaseName } from "./class-members.ts";
import { addConstructorProperty } from "./class-values.ts";
import { collectNames } from "./collect-names.ts";
import { addErrorFunction } from "./errors-by-functions.ts";
import { findConstantNames } from "./find-constant-names.ts";
import { translateFunction } from "./function-graphs.ts";
import { decideInitialization } from "./initialization-order.ts";
import { bindingOfName, libraryName } from "./library-names.ts";
import { mixinsOf } from "./mixins.ts";
import { moduleSteps } from "./module-evaluation.ts";
import { type NameOptions, NameTable } from "./name-table.ts";
import { addEntry } from "./program-entry.ts";
import type { SourceProgram } from "./source-program.ts";
import { syntax } from "./syntax.ts";
import { skipErased } from "./syntax-tree.ts";
import { knowThenables } from "./thenables.ts";
import { Translation } from "./translation.ts";
import { type ts, tsc } from "./typescript.ts";

export function translateModules(
  source: SourceProgram,
  modules: readonly SourceModule[],
  entry: string,
  messages: Messages,
  globals: ReadonlyMap<string, ts.Node> = new Map(),
  options: NameOptions = { tagged: false },
): Translation {
  const names = new NameTable(source.checker, modules, globals, options);
  names.unique(entry);
  findConstantNames(names);
  mixinsOf(names).find(modules);
  collectNames(names, modules);
  const uncertain = decideCaptures(names);
  decideInitialization(names, uncertain);
  const program = newProgram("high", entry);
  const translation = new Translation(program, messages, names, uncertain);
  const classes = new Set([...names.bindings.values()].filter((one) => one.kind === "class"));
  for (const one of classes) {
    declareClass(translation, one, (node) => parentClass(translation, node));
  }
  declareAddedStatics(translation, classes);
  translation.prototypes.read(modules);
  for (const one of translation.prototypes.errors) addErrorFunction(translation, one);
  translation.defined.read(modules, translation.prototypes.areObjects);
  if (names.mentionsConstructor) for (const one of classes) addConstructorProperty(translation, one);
  addEntry(translation, moduleSteps(source, modules));
  knowThenables(translation, modules);
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
  const mixins = mixinsOf(names);
  const declaration = mixins.classOf(node);
  const always = declaration && names.bindings.get(declaration);
  if (always?.kind === "class") return always;
  const argument = tsc.isIdentifier(node) ? mixins.givenTo(names.declarationOf(node)) : undefined;
  if (argument) return parentClass(translation, argument);
  const library = binding ? undefined : libraryName(names, node);
  const found = library === undefined ? undefined : translation.preludeClass(library);
  if (found) return found;
  // The base of what is managed by hand has nothing of its own.
  if (library === managedBaseName) return undefined;
  if (library === undefined) translation.refuse(node, "extendsExpression");
  else translation.refuse(node, "extendsBuiltin", library);
  return undefined;
}

/** From checked modules to the program: names, captures, classes, then a graph for each function. */
import { program as newProgram } from "../graph/program.ts";
import type { Messages } from "../source/messages.ts";
import { addMethodValues } from "./calls/method-values.ts";
import type { SourceProgram } from "./checker/source-program.ts";
import { type ts, tsc } from "./checker/typescript.ts";
import { declareAddedStatics } from "./classes/added-statics.ts";
import { declareClass, managedBaseName } from "./classes/class-members.ts";
import { addConstructorOfFunction, addConstructorProperty } from "./classes/class-values.ts";
import { mixinsOf } from "./classes/mixins.ts";
import { translateFunction } from "./functions/function-graphs.ts";
import { moduleSteps } from "./modules/module-evaluation.ts";
import { addEntry } from "./modules/program-entry.ts";
import type { ClassBinding, SourceModule } from "./names/bindings.ts";
import { decideCaptures } from "./names/captures.ts";
import { collectNames } from "./names/collect-names.ts";
import { findConstantNames } from "./names/find-constant-names.ts";
import { findLibraryAdditions } from "./names/find-library-additions.ts";
import { decideInitialization } from "./names/initialization-order.ts";
import { bindingOfName, libraryName } from "./names/library-names.ts";
import { type NameOptions, NameTable } from "./names/name-table.ts";
import { addErrorFunction } from "./prototypes/errors-by-functions.ts";
import { knowThenables } from "./suspending/thenables.ts";
import { syntax } from "./syntax.ts";
import { Translation } from "./translation.ts";
import { skipErased } from "./tree/syntax-tree.ts";

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
  findLibraryAdditions(names);
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
  if (names.mentionsConstructor)
    for (const one of translation.prototypes.constructors) addConstructorOfFunction(translation, one);
  addMethodValues(translation);
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

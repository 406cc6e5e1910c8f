/** Runs all default passes over a library when it is made, so that no program it is linked into pays for them. */
import { constants } from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import { closureStruct } from "../graph/well-known.ts";
import { markSettled } from "../passes/pass.ts";
import { defaultOptions } from "./options.ts";
import { runPasses } from "./pipeline.ts";

/** Programs have their own of these, which take the library's place: nothing may be concluded from how they look. */
const ownOfPrograms = "prelude.";

/** Stands for the functions of programs, of which nothing is known. */
const elsewhere = "heddle.elsewhere";

/** Optimizes every function in place, as one of a program of which the rest is not known yet. */
export function settleLibrary(library: Program): void {
  const { functions, statics } = library;
  // The entry lists the modules' own statements: which of them run each program decides.
  const own = [...functions.values()].filter(
    ({ name }) => name.startsWith(ownOfPrograms) || name === library.entry,
  );
  for (const { name } of own) functions.delete(name);
  // A call through an address may mean what a program has put there.
  statics.set(elsewhere, {
    name: elsewhere,
    struct: closureStruct,
    fields: { elsewhere: constants.function(elsewhere) },
    items: [],
  });
  // What programs call is not gone with its only caller in the library.
  const called = [...functions.values()].filter(({ notes }) => notes.seed !== undefined && !notes.keep);
  for (const { notes } of called) notes.keep = "yes";
  runPasses(library, defaultOptions, { keepAll: true });
  for (const { notes } of called) delete notes.keep;
  for (const graph of functions.values()) markSettled(graph, defaultOptions.level);
  statics.delete(elsewhere);
  for (const graph of own) functions.set(graph.name, graph);
}

/**
 * Typed to low: JavaScript's operations on values of known types become operations on machine types, and classes become
 * structs. layout.ts decides where everything stands; the rest is one file for each kind of value.
 */
import { program as newProgram, type Program } from "../graph/program.ts";
import { makeClosureCode, makeGlobalClosures } from "./calls/closure-code.ts";
import { Context, type LowerOptions } from "./context.ts";
import { makeReport } from "./exceptions.ts";
import { lowerFunction } from "./function.ts";
import { lowerGlobals } from "./globals.ts";
import { makeReflection } from "./objects/reflection.ts";

/** Lowers a whole program. What cannot be translated is told to `options.messages`. */
export function lower(source: Program, options: LowerOptions): Program {
  const target = newProgram("low", source.entry);
  const context = new Context(source, target, options);
  lowerGlobals(context);
  // In source order, helpers and adapters after them.
  const lowered = [...source.functions.values()].map((one) => lowerFunction(context, one));
  const helpers = [...target.functions.values()];
  target.functions.clear();
  for (const one of [...lowered, ...helpers]) target.functions.set(one.name, one);
  makeReport(context);
  makeClosureCode(context);
  makeReflection(context);
  makeGlobalClosures(context);
  context.assignSlots();
  return target;
}

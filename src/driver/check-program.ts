/** What there is to say about a program, without a binary: for tools that show it in their own way. */
import { type Message, Refusal } from "../source/messages.ts";
import type { TranslateOptions } from "./options.ts";
import { Timings } from "./timings.ts";
import { translate } from "./translate.ts";

/** Errors and warnings; `readFile` gives texts that are not on disk yet. */
export function checkProgram(
  file: string,
  options: TranslateOptions,
  readFile: (name: string) => string | undefined = () => undefined,
): readonly Message[] {
  try {
    return translate(file, options, new Timings(), "lower", { readFile }).messages;
  } catch (failure) {
    if (failure instanceof Refusal) return failure.messages;
    throw failure;
  }
}

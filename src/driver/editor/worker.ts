/** Checks programs for an editor on a thread of its own, so that typing never waits for it. */
import path from "node:path";
import { parentPort } from "node:worker_threads";
import type { Message } from "../../source/messages.ts";
import type { Span } from "../../source/span.ts";
import { checkProgram } from "../check-program.ts";
import { defaultOptions } from "../options.ts";
import type { CheckAnswer, CheckRequest, Place } from "./protocol.ts";

/** What the editor holds of files, by their full names: newer than the disk. */
const texts = new Map<string, string>();

function placeOf({ file, line, column, length }: Span): Place {
  return { file: path.resolve(file), line, column, length };
}

function answerOf({ entry, changed }: CheckRequest): CheckAnswer {
  for (const [name, text] of changed) texts.set(path.resolve(name), text);
  let found: readonly Message[];
  try {
    found = checkProgram(entry, defaultOptions, (name) => texts.get(path.resolve(name)));
  } catch (failure) {
    return { entry, messages: [], fault: failure instanceof Error ? failure.message : String(failure) };
  }
  const messages = found.flatMap(({ code, severity, text, span, help, related }) => {
    // What the type checker says the editor knows itself.
    if (!span || !code.startsWith("H")) return [];
    const others = (related ?? []).map((one) => ({ place: placeOf(one.span), text: one.label }));
    return [{ place: placeOf(span), code, severity, text, help, related: others }];
  });
  return { entry, messages, fault: undefined };
}

parentPort?.on("message", (request: CheckRequest) => parentPort?.postMessage(answerOf(request)));

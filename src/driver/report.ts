/** How failures are shown and which exit code each gives: the user's program, the user's command, or Heddle itself. */
import { CompileFault } from "../backend/c/compile.ts";
import { MemoryError } from "../simulate/memory-error.ts";
import { formatMessage, InternalFault, Refusal } from "../source/messages.ts";
import { exitCodes } from "./options.ts";
import { RefusedProgram } from "./refused-program.ts";
import { UsageFault } from "./usage-fault.ts";

/** Prints a failure to standard error and gives the exit code. */
export function report(failure: unknown): number {
  if (failure instanceof Refusal) {
    const sources = failure instanceof RefusedProgram ? failure.sources : new Map<string, string>();
    const errors = failure.messages.filter((one) => one.severity === "error");
    for (const message of errors) say(formatMessage(message, (file) => sources.get(file)));
    say(`\n${errors.length} error${errors.length === 1 ? "" : "s"}`);
    return exitCodes.refused;
  }
  if (failure instanceof UsageFault) {
    say(`heddle: ${failure.message}`);
    return exitCodes.usage;
  }
  if (failure instanceof CompileFault) {
    say(`heddle: ${failure.message}`);
    if (failure.output) say(failure.output);
    return exitCodes.compiler;
  }
  if (failure instanceof MemoryError) {
    say(`heddle: memory was used wrongly: ${failure.message}`);
    return exitCodes.internal;
  }
  return reportInternal(failure);
}

/** Heddle is wrong: says so, shows the graph, and what to send. */
function reportInternal(failure: unknown): number {
  const text = failure instanceof Error ? failure.message : String(failure);
  say(`heddle: internal fault, not your program's: ${text}`);
  if (failure instanceof InternalFault && failure.graphText) say(failure.graphText);
  if (failure instanceof Error && failure.stack) say(failure.stack.split("\n").slice(1).join("\n"));
  say("Please report it with the program and this text.");
  return exitCodes.internal;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

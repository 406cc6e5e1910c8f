/** `heddle check` and `heddle graph`: what Heddle thinks of a program, without a binary. */
import { printGraph, printProgram } from "../../graph/print.ts";
import { formatMessage } from "../../source/messages.ts";
import { checkProgram } from "../check-program.ts";
import { messagesAsJson } from "../messages-as-json.ts";
import { defaultOptions, exitCodes, type TranslateOptions } from "../options.ts";
import { Timings } from "../timings.ts";
import { type Stage, stages, translate } from "../translate.ts";
import { UsageFault } from "../usage-fault.ts";

/** All errors of a program; else what TypeScript says under `strict` alone, or silence. */
export function check(file: string, options: TranslateOptions, format: "text" | "json" = "text"): number {
  if (format === "json") {
    const messages = checkProgram(file, options);
    process.stdout.write(`${messagesAsJson(messages)}\n`);
    return messages.some(({ severity }) => severity === "error") ? exitCodes.refused : exitCodes.success;
  }
  const { messages, sources } = translate(file, options, new Timings(process.stderr.isTTY === true), "lower");
  const textOf = (name: string): string | undefined => sources.get(name);
  for (const one of messages) process.stderr.write(`${formatMessage(one, textOf)}\n`);
  return 0;
}

/** Prints a function's graph, or the whole program, after a stage. */
export function graph(
  file: string,
  functionName: string | undefined,
  after: string,
  options = defaultOptions,
): number {
  if (!(stages as readonly string[]).includes(after))
    throw new UsageFault(`there is no stage \`${after}\`; choose ${stages.join(", ")}`);
  const { program } = translate(file, options, new Timings(), after as Stage);
  if (functionName === undefined) {
    process.stdout.write(`${printProgram(program)}\n`);
    return 0;
  }
  const named = [...program.functions.values()].filter(
    (one) =>
      one.name === functionName || one.name.endsWith(`.${functionName}`) || one.displayName === functionName,
  );
  if (named.length === 0) {
    const names = [...program.functions.keys()].filter((name) => !name.startsWith("runtime."));
    throw new UsageFault(
      `no function \`${functionName}\` after ${after}; there are:\n  ${names.join("\n  ")}`,
    );
  }
  process.stdout.write(`${named.map((one) => printGraph(one)).join("\n\n")}\n`);
  return 0;
}

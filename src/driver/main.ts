/** The command line. Each command loads only what it needs, so that a cached program starts at once. */
import { Command, InvalidArgumentError, Option } from "commander";
import { collectors } from "../collectors/registry.ts";
import { bytesOf, defaultOptions, exitCodes, type TranslateOptions } from "./options.ts";
import { version } from "./paths.ts";

interface Flags {
  gc: string;
  cc?: string;
  keepC?: string;
  verify?: boolean;
  printAfter?: string[];
  without?: string[];
  remarks?: boolean;
  debug?: boolean;
  tagged?: boolean;
  profile?: boolean;
  allowSystem?: boolean;
  gcStress?: number;
  gcCheck?: boolean;
  timings?: boolean;
  O?: string;
}

function optionsOf(flags: Flags): TranslateOptions {
  return {
    gc: flags.gc,
    level: Number(flags.O ?? 2) as TranslateOptions["level"],
    cc: flags.cc,
    keepC: flags.keepC,
    verify: flags.verify === true,
    printAfter: flags.printAfter ?? [],
    without: flags.without ?? [],
    remarks: flags.remarks === true,
    debug: flags.debug === true,
    profile: flags.profile === true,
    gcStress: flags.gcStress ?? 0,
    gcCheck: flags.gcCheck === true,
    tagged: flags.tagged === true,
    allowSystem: flags.allowSystem === true,
  };
}

function levelOf(text: string): string {
  if (!/^[0-3]$/.test(text)) throw new InvalidArgumentError("Choose -O0, -O1, -O2 or -O3.");
  return text;
}

function sizeOf(text: string): number {
  const bytes = bytesOf(text);
  if (bytes === undefined)
    throw new InvalidArgumentError("Write a size: a number with B, KB, MB or GB, as in 4KB.");
  return bytes;
}

/** For commands that translate at once: a collector of the user's own is at hand then. */
async function preparedOptions(flags: Flags): Promise<TranslateOptions> {
  const options = optionsOf(flags);
  if (!collectors.some(({ name }) => name === options.gc))
    await (await import("./collectors.ts")).loadCollector(options.gc);
  return options;
}

/** Collects the values of an option that is given several times. */
function listed(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function withOptions(command: Command): Command {
  return command
    .option(
      "--gc <name>",
      `collector: ${collectors.map(({ name }) => name).join(", ")}, or the file of one of your own`,
      defaultOptions.gc,
    )
    .option("--gc-stress <size>", "the program collects every so many bytes", sizeOf)
    .option("--gc-check", "the program checks its heap after each collection")
    .option("-O <level>", "optimization: 0 none, 1 cheap, 2 default, 3 all", levelOf, "2")
    .option("--tagged", "objects of classes marked from heddle/tagged live in pointers")
    .option("--cc <command>", "C compiler, may have options (default: $CC, else cc)")
    .option("--keep-c <dir>", "keep the emitted C in a directory, all of it in one file")
    .option("-g, --debug", "for gdb, perf and valgrind: TypeScript's lines and names, best with -O0")
    .option("--profile", "the program can write profiles: HEDDLE_PROFILE=alloc:FILE or cpu:FILE")
    .option("--verify", "verify all graphs after every pass")
    .option("--print-after <pass...>", "print all graphs after a stage or pass")
    .option("--without <pass>", "leave an optimization out; may be repeated", listed)
    .option("--remarks", "print what the optimizations did and what not, and why")
    .option("--timings", "print a table of the phases' times")
    .addOption(new Option("--allow-system", "let the program use heddle/memory").hideHelp());
}

/** Runs a command and ends the process with its exit code. */
async function finish(work: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (failure) {
    const { report } = await import("./report.ts");
    process.exitCode = report(failure);
  }
}

const program = new Command("heddle")
  .description("Translates restricted TypeScript into native programs and weaves the memory management in.")
  .version(version)
  .showHelpAfterError("`heddle --help` lists the commands and their options.")
  .enablePositionalOptions()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? exitCodes.success : exitCodes.usage))
  .addHelpText(
    "after",
    `
Examples:
  heddle run examples/richards.ts 10        translate (or find in the cache) and run
  heddle build app.ts -o app --gc=none      a native executable without a collector
  heddle node examples/richards.ts 10       the same program on Node: the oracle
  heddle check app.ts                       all errors, no binary
  heddle graph app.ts --function area --after annotate
  heddle why app.ts:12                      what became of that line, and why
  heddle log run.log --plot run.svg         what the collector did, after HEDDLELOG=run.log ./app

Exit codes: 0 success, 1 the program is refused, 2 wrong usage, 3 the C compiler failed, 70 a fault of Heddle.
A running program's own exit codes are passed through; docs/exit-codes.md lists those of its stops.`,
  );

withOptions(program.command("run"))
  .description("translate a program and run it; arguments after the file are the program's")
  .argument("<file>", "TypeScript or JavaScript entry file")
  .argument("[args...]", "the program's arguments")
  .passThroughOptions()
  .action((file: string, args: string[], flags: Flags) =>
    finish(async () =>
      (await import("./commands/run.ts")).run(file, args, optionsOf(flags), flags.timings === true),
    ),
  );

withOptions(program.command("build"))
  .description("translate a program to an executable")
  .argument("<file>", "TypeScript or JavaScript entry file")
  .requiredOption("-o, --output <out>", "the executable")
  .option("--stats", "print how many graphs, blocks, operations and allocations there are after each phase")
  .option("--plot <svg>", "draw the translation's own memory and time")
  .action((file: string, flags: Flags & { output: string; stats?: boolean; plot?: string }) =>
    finish(async () => {
      const { build } = await import("./commands/build.ts");
      const { timings = false, stats = false, plot } = flags;
      return build(file, flags.output, await preparedOptions(flags), { timings, stats, plot });
    }),
  );

withOptions(program.command("check"))
  .description("report all errors of a program")
  .argument("<file>")
  .addOption(
    new Option("--format <form>", "text, or json for programs").choices(["text", "json"]).default("text"),
  )
  .action((file: string, flags: Flags & { format: "text" | "json" }) =>
    finish(async () =>
      (await import("./commands/inspect.ts")).check(file, await preparedOptions(flags), flags.format),
    ),
  );

program
  .command("node")
  .description("run the same program on Node, its types erased")
  .argument("<file>")
  .argument("[args...]")
  .passThroughOptions()
  .action((file: string, args: string[]) =>
    finish(async () => (await import("./commands/node.ts")).node(file, args)),
  );

withOptions(program.command("graph"))
  .description("print the flow graph of a function, or of the whole program")
  .argument("<file>")
  .option("--function <name>", "only this function")
  .option("--after <stage>", "frontend, annotate, lower, link, passes or weave", "weave")
  .action((file: string, flags: Flags & { function?: string; after: string }) =>
    finish(async () =>
      (await import("./commands/inspect.ts")).graph(
        file,
        flags.function,
        flags.after,
        await preparedOptions(flags),
      ),
    ),
  );

withOptions(program.command("interpret"))
  .description("run the program's graphs on Node, at a level of the translation")
  .argument("<file>")
  .argument("[args...]")
  .option("--level <level>", "high, typed, low or woven", "low")
  .passThroughOptions()
  .action((file: string, args: string[], flags: Flags & { level: string }) =>
    finish(async () =>
      (await import("./commands/interpret.ts")).interpret(
        file,
        args,
        flags.level,
        await preparedOptions(flags),
      ),
    ),
  );

withOptions(program.command("why"))
  .description("tell what became of the allocations, numbers and calls of a line, and why")
  .argument("<place>", "FILE:LINE or FILE:LINE:COLUMN")
  .argument("[entry]", "the file that the program begins with, if that is another one")
  .action((place: string, entry: string | undefined, flags: Flags) =>
    finish(async () => (await import("./commands/why.ts")).why(place, entry, await preparedOptions(flags))),
  );

withOptions(program.command("view"))
  .description("make a page that shows the source beside the graphs that each pass made of it")
  .argument("<file>")
  .option("-o, --output <page>", "the page (default: the file's name with .html)")
  .action((file: string, flags: Flags & { output?: string }) =>
    finish(async () =>
      (await import("./commands/view.ts")).view(file, flags.output, await preparedOptions(flags)),
    ),
  );

program
  .command("log")
  .description("summarize the log of a run: HEDDLELOG=FILE in front of a translated program writes it")
  .argument("<file>")
  .option("--plot <svg>", "draw memory and pauses over time")
  .action((file: string, { plot }: { plot?: string }) =>
    finish(async () => (await import("./commands/log.ts")).log(file, plot)),
  );

program
  .command("heap")
  .description("what a picture of the heap shows, or how a second one differs")
  .argument("<file>", "a heap snapshot, of a translated program or of Node")
  .argument("[later]", "another one, taken later")
  .option("--why <type>", "the path that keeps the largest object of a type alive")
  .action((file: string, later: string | undefined, flags: { why?: string }) =>
    finish(async () => (await import("./commands/heap.ts")).heap(file, later, flags.why)),
  );

program
  .command("test-collector")
  .description("play the suite of all collectors on the simulator, with one of your own")
  .argument("<file>", "the file that describes it, as in --gc=FILE")
  .action((file: string) =>
    finish(async () => (await import("./commands/test-collector.ts")).testCollector(file)),
  );

for (const command of program.commands)
  command.showHelpAfterError(`\`heddle ${command.name()} --help\` lists what there is.`);

await program.parseAsync();

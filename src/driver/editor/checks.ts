/** The last check of each program, and the next one: never more than one at a time, and never of an outdated text. */
import { Worker } from "node:worker_threads";
import type { CheckAnswer, CheckedMessage, CheckRequest, Place } from "./protocol.ts";

/** What is asked of a file of the editor's. */
interface EditedFile {
  readonly text: string;
}

interface Listener {
  onAnswer(): void;
  onFault(text: string): void;
}

interface Check {
  messages: readonly CheckedMessage[];
  /** The files as they were when the check was asked for. */
  files: ReadonlyMap<string, EditedFile>;
}

/** So long nothing must have been asked for until a check begins: somebody is typing. */
const restMilliseconds = 150;

export class Checks {
  readonly #listener: Listener;
  readonly #checks = new Map<string, Check>();
  readonly #waiting = new Set<string>();
  /** The lines of each file that the checks have seen. */
  readonly #lines = new Map<string, readonly string[]>();
  readonly #sent = new Map<string, string>();
  #running: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #worker: Worker | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  /** What is known of the program that begins at `entry`; if its files are others by now it is checked again. */
  of(entry: string, files: ReadonlyMap<string, EditedFile>): readonly CheckedMessage[] {
    const known = this.#checks.get(entry);
    if (!known || !isSame(known.files, files)) {
      this.#checks.set(entry, { messages: known?.messages ?? [], files });
      this.#waiting.add(entry);
      this.#rest();
    }
    return known?.messages ?? [];
  }

  /** The line of the place is still as the last check saw it. */
  isCurrent({ file, line }: Place, text: string | undefined): boolean {
    const seen = this.#lines.get(file);
    return !seen || seen[line - 1] === text?.split("\n")[line - 1];
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#waiting.clear();
    void this.#worker?.terminate();
    this.#worker = undefined;
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#next(), restMilliseconds);
  }

  #next(): void {
    const [entry] = this.#waiting;
    if (this.#running !== undefined || entry === undefined) return;
    this.#waiting.delete(entry);
    this.#running = entry;
    const changed = [...(this.#checks.get(entry)?.files ?? [])].flatMap(([name, { text }]) =>
      this.#sent.get(name) === text ? [] : [[name, text] as const],
    );
    for (const [name, text] of changed) {
      this.#sent.set(name, text);
      this.#lines.set(name, text.split("\n"));
    }
    this.#worker ??= this.#start();
    this.#worker.postMessage({ entry, changed } satisfies CheckRequest);
  }

  #start(): Worker {
    const worker = new Worker(new URL("worker.js", import.meta.url), { stdout: true, stderr: true });
    worker.unref();
    worker.on("message", ({ entry, messages, fault }: CheckAnswer) => {
      this.#running = undefined;
      const check = this.#checks.get(entry);
      if (check) check.messages = messages;
      if (fault !== undefined) this.#listener.onFault(fault);
      this.#listener.onAnswer();
      this.#next();
    });
    worker.on("error", (error) => {
      this.#running = undefined;
      this.#worker = undefined;
      this.#sent.clear();
      this.#listener.onFault(String(error));
    });
    return worker;
  }
}

function isSame(a: ReadonlyMap<string, EditedFile>, b: ReadonlyMap<string, EditedFile>): boolean {
  if (a.size !== b.size) return false;
  for (const [name, file] of a) if (b.get(name) !== file) return false;
  return true;
}

/** `process`: the program's arguments, environment, standard streams and end. */
import {
  decodeText,
  encodeText,
  environmentText,
  memoryUsed,
  pathAction,
  processNumber,
  workingFolder,
  writeText,
  zeroLength,
} from "../../memory/host-services.ts";
import { clockNanoseconds, freeBytes, load8 } from "../../memory/memory.ts";
import { argumentAddress, argumentCount, argumentLength, exit, now } from "../../memory/system-services.ts";
import { systemError } from "./system-error.ts";

function argumentTexts(): string[] {
  const texts: string[] = [];
  const count = argumentCount();
  for (let i = 0; i < count; i++) {
    const text = decodeText(argumentAddress(i), argumentLength(i));
    texts.push(text);
    // Where Node has its own path and then the script's, the program's path stands twice.
    if (i === 0) texts.push(text);
  }
  return texts;
}

class Output {
  readonly fd: number;
  readonly writable = true;
  /** Undefined where the stream is no terminal. */
  readonly isTTY: boolean | undefined = undefined;
  readonly columns: number | undefined = undefined;

  constructor(fd: number) {
    this.fd = fd;
  }

  write(text: string): boolean {
    writeText(this.fd, text);
    return true;
  }
}

/** What `readline` reads. */
class Input {
  readonly fd = 0;
  /** Undefined where the stream is no terminal. */
  readonly isTTY: boolean | undefined = undefined;
}

class Process {
  #arguments: string[] | undefined = undefined;
  readonly stdin = new Input();
  readonly stdout = new Output(1);
  readonly stderr = new Output(2);
  readonly platform = "linux";
  readonly arch = "x64";
  readonly version = "v20.20.2";
  exitCode: number | undefined = undefined;

  get argv(): string[] {
    const known = this.#arguments;
    if (known !== undefined) return known;
    const texts = argumentTexts();
    this.#arguments = texts;
    return texts;
  }

  get pid(): number {
    return processNumber(0);
  }

  get ppid(): number {
    return processNumber(1);
  }

  exit(code?: number): never {
    const given = code === undefined ? this.exitCode : code;
    exit(given === undefined ? 0 : given | 0);
  }

  abort(): never {
    exit(134);
  }

  cwd(): string {
    const address = workingFolder();
    if (address < 0) throw systemError(address, "uv_cwd");
    return decodeText(address, zeroLength(address));
  }

  chdir(folder: string): void {
    const path = encodeText(folder);
    const result = pathAction(3, path, 0);
    freeBytes(path);
    if (result < 0) throw systemError(result, "chdir", this.cwd(), folder);
  }

  uptime(): number {
    return now() / 1000;
  }

  hrtime(since?: number[]): number[] {
    const nanoseconds = clockNanoseconds();
    let seconds = Math.floor(nanoseconds / 1000000000);
    let rest = nanoseconds - seconds * 1000000000;
    if (since !== undefined) {
      seconds -= since[0]!;
      rest -= since[1]!;
      if (rest < 0) {
        seconds--;
        rest += 1000000000;
      }
    }
    return [seconds, rest];
  }

  memoryUsage() {
    const bytes = memoryUsed(0);
    return { rss: bytes, heapTotal: bytes, heapUsed: bytes, external: 0, arrayBuffers: 0 };
  }

  cpuUsage() {
    return { user: memoryUsed(1), system: 0 };
  }
}

/** `process.hrtime.bigint()`. */
export function hrtimeBigInt(): bigint {
  return BigInt(clockNanoseconds());
}

/** The value of a variable of the environment. */
export function environmentValue(name: string): string | undefined {
  for (let i = 0; ; i++) {
    const address = environmentText(i);
    if (address === 0) return undefined;
    const length = zeroLength(address);
    let equals = 0;
    while (equals < length && load8(address + equals) !== 61) equals++;
    if (decodeText(address, equals) === name) return decodeText(address + equals + 1, length - equals - 1);
  }
}

export const process = new Process();

/** The program has run to its end: it exits with the code that was set. */
export function endProgram(): void {
  const code = process.exitCode;
  if (code !== undefined) exit(code | 0);
}

// biome-ignore lint/style/noDefaultExport: so does Node.
export { process as default };

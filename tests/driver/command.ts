/** The `heddle` command as a user's shell starts it, in a folder and with a cache of the test's own. */
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after } from "node:test";
import { packageRoot } from "../../src/driver/paths.ts";
import { type Outcome, plainC } from "../support/programs.ts";

const command = path.join(packageRoot, "bin", "heddle.js");

export interface Invocation {
  readonly env?: NodeJS.ProcessEnv;
  /** What standard input holds. */
  readonly input?: string;
  /** Is told of all that stands on standard output, whenever there is more. */
  readonly onOutput?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** A folder with sources and executables; gone when the test file has ended. */
export class Workspace {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "heddle-driver-"));

  constructor() {
    after(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  /** Writes a file; gives its absolute name. */
  write(name: string, text: string): string {
    const file = this.path(name);
    writeFileSync(file, text);
    return file;
  }

  /** Writes a shell script that can be run; gives its absolute name. */
  script(name: string, lines: string): string {
    const file = this.write(name, `#!/bin/sh\n${lines}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  /**
   * A C compiler whose every executable is the given shell script: for what concerns the command and not the
   * translated program.
   */
  compilerMaking(name: string, program: string): string {
    const text = `#!/bin/sh\n${program}\n`;
    const product = this.write(`${name}.product`, text);
    return this.script(
      name,
      `while [ $# -gt 0 ]; do if [ "$1" = -o ]; then cp ${product} "$2"; chmod +x "$2"; fi; shift; done`,
    );
  }

  /** Runs `heddle` in the folder to its end; after half a minute it is killed. */
  heddle(args: readonly string[], { env, input, onOutput }: Invocation = {}): Promise<Outcome> {
    return this.run(process.execPath, [command, ...args], { env, input, onOutput });
  }

  run(
    program: string,
    args: readonly string[],
    { env, input, onOutput }: { [K in keyof Invocation]: Invocation[K] | undefined } = {},
  ): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, {
        cwd: this.folder,
        env: { ...process.env, CC: plainC, HEDDLE_CACHE: this.path("cache"), ...env },
        stdio: "pipe",
      });
      const timer = setTimeout(() => {
        child.kill("SIGKILL");
        // What the command started may outlive it and hold these open.
        child.stdout.destroy();
        child.stderr.destroy();
      }, 30_000);
      let stdout = "";
      let stderr = "";
      child.stdout.setEncoding("utf8").on("data", (text) => {
        stdout += text;
        onOutput?.(stdout, (signal) => child.kill(signal));
      });
      child.stderr.setEncoding("utf8").on("data", (text) => {
        stderr += text;
      });
      child.stdin.on("error", () => undefined);
      child.stdin.end(input ?? "");
      child.on("error", reject);
      child.on("close", (exit, signal) => {
        clearTimeout(timer);
        resolve({ exit, signal, stdout, stderr });
      });
    });
  }
}

/** What tools are told of a program: `heddle check --format=json`, and the plugin in a real tsserver. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, test } from "node:test";
import { packageRoot } from "../../src/driver/paths.ts";
import { Workspace } from "./command.ts";

const work = new Workspace();

describe("heddle check --format=json", () => {
  test("each message with its place, its way around and what explains it", async () => {
    work.write("wrong.ts", "const n = 1;\nconsole.log(n);\n  eval('1');\n");
    const { stdout, stderr, exit } = await work.heddle(["check", "--format=json", "wrong.ts"]);
    assert.deepEqual([exit, stderr], [1, ""]);
    const { version, messages } = JSON.parse(stdout);
    assert.equal(version, 1);
    assert.deepEqual(messages, [
      {
        file: "wrong.ts",
        line: 3,
        column: 3,
        endLine: 3,
        endColumn: 7,
        code: "H2001",
        severity: "error",
        message: "`eval` is refused: it needs the source at run time",
        wayAround: "write the code as a function",
        related: [],
      },
    ]);
  });

  test("what explains a message has its place, too", async () => {
    work.write(
      "parts.ts",
      "class Shape {}\nconst s: any = new Shape();\nfor (const part of s) console.log(part);\n",
    );
    const { stdout } = await work.heddle(["check", "--format=json", "parts.ts"]);
    const { code, label, related } = JSON.parse(stdout).messages[0];
    assert.equal(code, "H2209");
    assert.equal(label, "only arrays, strings and objects with `[Symbol.iterator]` can");
    const place = { file: "parts.ts", line: 1, column: 7, endLine: 1, endColumn: 12 };
    assert.deepEqual(related, [{ ...place, message: "Shape comes from here" }]);
  });

  test("a program without fault", async () => {
    work.write("right.ts", "console.log(1);\n");
    const { stdout, exit } = await work.heddle(["check", "--format=json", "right.ts"]);
    assert.equal(exit, 0);
    assert.deepEqual(JSON.parse(stdout), { version: 1, messages: [] });
    assert.equal((await work.heddle(["check", "--format=xml", "right.ts"])).exit, 2);
  });
});

interface Diagnostic {
  readonly start: { readonly line: number; readonly offset: number };
  readonly text: string;
  readonly code: number;
  readonly source?: string;
  readonly relatedInformation?: readonly { readonly message: string }[];
}

/** A tsserver that has the plugin, spoken to as an editor does. */
class Server {
  readonly #process: ChildProcess;
  readonly #listeners = new Set<(message: { event?: string; body?: unknown }) => void>();
  #sequence = 0;

  constructor(folder: string) {
    const server = createRequire(import.meta.url).resolve("typescript/lib/tsserver.js");
    const args = ["--pluginProbeLocations", folder, "--disableAutomaticTypingAcquisition"];
    this.#process = spawn(process.execPath, [server, ...args], {
      cwd: folder,
      stdio: ["pipe", "pipe", "inherit"],
    });
    let rest = "";
    this.#process.stdout?.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (!line.startsWith("{")) continue;
        const message = JSON.parse(line);
        for (const one of [...this.#listeners]) one(message);
      }
    });
  }

  send(command: string, args: object): void {
    const message = { seq: ++this.#sequence, type: "request", command, arguments: args };
    this.#process.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  event(name: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no ${name}`)), 25_000);
      const listener = ({ event, body }: { event?: string; body?: unknown }): void => {
        if (event !== name) return;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(body);
      };
      this.#listeners.add(listener);
    });
  }

  async errors(file: string): Promise<readonly Diagnostic[]> {
    const answer = this.event("semanticDiag");
    this.send("geterr", { files: [file], delay: 0 });
    return ((await answer) as { diagnostics: readonly Diagnostic[] }).diagnostics;
  }

  /** Errors after the next check, which the server tells of. */
  async errorsAfterCheck(file: string): Promise<readonly Diagnostic[]> {
    const told = this.event("projectsUpdatedInBackground");
    await this.errors(file);
    await told;
    return this.errors(file);
  }

  end(): void {
    this.#process.kill();
  }
}

describe("heddle/editor", () => {
  test("refusals appear and go while one types", async () => {
    const file = work.write("main.ts", "const n = 1;\nconsole.log(n);\n");
    const plugins = [{ name: "heddle/editor", entries: ["main.ts"] }];
    const compilerOptions = { strict: true, target: "es2022", types: [], plugins };
    work.write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["main.ts"] }));
    mkdirSync(path.join(work.folder, "node_modules"));
    symlinkSync(packageRoot, path.join(work.folder, "node_modules", "heddle"));
    const server = new Server(work.folder);
    try {
      server.send("open", { file });
      assert.deepEqual(await server.errorsAfterCheck(file), []);

      const insertString = 'const m: string = n;\neval("1");\n';
      server.send("change", { file, line: 3, offset: 1, endLine: 3, endOffset: 1, insertString });
      const errors = await server.errorsAfterCheck(file);
      // The type error is TypeScript's alone: it is not told twice.
      assert.deepEqual(
        errors.map(({ code, source, start }) => [code, source, start.line, start.offset]),
        [
          [2322, undefined, 3, 7],
          [2001, "heddle", 4, 1],
        ],
      );
      assert.equal(
        errors[1]?.text,
        "H2001: `eval` is refused: it needs the source at run time\nwrite the code as a function",
      );

      // While the line is being changed the old refusal is not shown, and the answer comes at once.
      server.send("change", { file, line: 4, offset: 1, endLine: 4, endOffset: 5, insertString: "f" });
      const started = performance.now();
      assert.deepEqual(
        (await server.errors(file)).filter(({ source }) => source === "heddle"),
        [],
      );
      assert.ok(performance.now() - started < 2000);
    } finally {
      server.end();
    }
  });
});

/** `heddle run` and `heddle node` stand for the program: arguments, standard streams, exit code and signals are its own. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Workspace } from "./command.ts";

const work = new Workspace();

describe("run", { concurrency: 2 }, () => {
  test("passes the program's arguments, also those that look like options", async () => {
    work.write("arguments.ts", "console.log(process.argv.slice(2));\n");
    const { stdout, exit } = await work.heddle(["run", "arguments.ts", "one", "--gc=none", "-h", "", "ä b"]);
    assert.equal(stdout, "[ 'one', '--gc=none', '-h', '', 'ä b' ]\n");
    assert.equal(exit, 0);
  });

  test("ends with the program's exit code", async () => {
    work.write("exit.ts", 'console.log("before");\nprocess.exit(Number(process.argv[2]));\n');
    const { stdout, exit } = await work.heddle(["run", "-O0", "exit.ts", "42"]);
    assert.equal(stdout, "before\n");
    assert.equal(exit, 42);
  });

  test("gives its standard input to the program", async () => {
    work.write("input.ts", "console.log(1);\n");
    const cc = work.compilerMaking("cc-cat", "cat; echo to-stderr >&2");
    const { stdout, stderr } = await work.heddle(["run", `--cc=${cc}`, "input.ts"], { input: "some\ntext" });
    assert.equal(stdout, "some\ntext");
    assert.equal(stderr, "to-stderr\n");
  });

  test("passes a signal on and ends by the signal that ended the program", async () => {
    work.write("signal.ts", "console.log(1);\n");
    const cc = work.compilerMaking(
      "cc-signal",
      "trap 'echo got it; trap - TERM; kill -TERM $$' TERM\necho ready; while :; do sleep 0.05; done",
    );
    const { stdout, exit, signal } = await work.heddle(["run", `--cc=${cc}`, "signal.ts"], {
      onOutput: (text, kill) => {
        if (text === "ready\n") kill("SIGTERM");
      },
    });
    assert.equal(stdout, "ready\ngot it\n");
    assert.equal(exit, null);
    assert.equal(signal, "SIGTERM");
  });

  test("a translated program that a signal kills ends the command by it", async () => {
    work.write(
      "endless.ts",
      'console.error("ready");\nlet i = 0;\nwhile (process.argv.length > 0) i = (i + 1) & 1023;\nconsole.log(i);\n',
    );
    assert.equal((await work.heddle(["build", "-O1", "endless.ts", "-o", "endless"])).exit, 0);
    const cc = work.compilerMaking("cc-endless", `echo $$; exec ${work.path("endless")}`);
    const { exit, signal } = await work.heddle(["run", `--cc=${cc}`, "endless.ts"], {
      onOutput: (text) => process.kill(Number(text), "SIGTERM"),
    });
    assert.equal(exit, null);
    assert.equal(signal, "SIGTERM");
  });

  test("an uncaught exception prints message and TypeScript places, and exits with 1", async () => {
    work.write(
      "uncaught.ts",
      'function check(n: number): void {\n  if (n > 2) throw new RangeError("too large: " + n);\n}\nconsole.log("start");\ncheck(3);\n',
    );
    const { stdout, stderr, exit } = await work.heddle(["run", "-O0", "uncaught.ts"]);
    assert.equal(stdout, "start\n");
    assert.equal(exit, 1);
    assert.match(stderr, /RangeError: too large: 3/);
    assert.match(stderr, /uncaught\.ts:2\b/);
    assert.match(stderr, /uncaught\.ts:5\b/);
  });
});

test("readline tells of the lines of standard input as on Node", async () => {
  work.write(
    "lines.ts",
    `import * as readline from "node:readline";
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
rl.question("name? ", (name) => console.log("hello", name));
rl.on("line", (line) => console.log(JSON.stringify(line))).on("close", () => console.log("closed"));
`,
  );
  const input = "ann\n1 2\r\n\n4\r5 \u00e9\nlast";
  const expected = await work.heddle(["node", "lines.ts"], { input });
  const { stdout, exit } = await work.heddle(["run", "-O0", "lines.ts"], { input });
  assert.equal(stdout, expected.stdout);
  assert.match(stdout, /^name\? hello ann\n"1 2"\n""\n"4"\n"5 \u00e9"\n"last"\nclosed\n$/);
  assert.equal(exit, 0);
});

const readers = {
  "the events of standard input": `let text = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (chunk) => { text += chunk; }).on("end", () => console.log([...text].length, text.slice(0, 20)));
`,
  "for await over standard input": `const pieces: any[] = [];
for await (const chunk of process.stdin) pieces.push(chunk);
console.log(pieces.join("").length);
`,
  "standard input that is asked for when it is readable": `process.stdin.setEncoding("utf8").on("readable", () => {
  let chunk;
  while ((chunk = process.stdin.read()) !== null) console.log("chunk of", chunk.length);
}).once("end", () => console.log("end"));
`,
  "for await over the lines of readline": `import { createInterface } from "node:readline";
let lines = 0;
for await (const line of createInterface({ input: process.stdin })) if (++lines % 4000 === 0) console.log(line);
console.log(lines);
`,
  "a question that is a promise": `import { createInterface } from "node:readline/promises";
const rl = createInterface({ input: process.stdin, output: process.stdout });
console.log((await rl.question("first? ")).length);
rl.close();
`,
};

for (const [what, program] of Object.entries(readers)) {
  test(`${what}: as on Node, characters over the ends of pieces too`, async () => {
    work.write("reader.ts", program);
    const input = `x${"\u20ac and more\n".repeat(9000)}`;
    const expected = await work.heddle(["node", "reader.ts"], { input });
    const { stdout, exit } = await work.heddle(["run", "-O0", "reader.ts"], { input });
    assert.equal(stdout, expected.stdout);
    assert.ok(stdout.length > 3);
    assert.equal(exit, 0);
  });
}

describe("node", { concurrency: 2 }, () => {
  test("runs the program on Node with arguments, input and exit code", async () => {
    work.write(
      "oracle.ts",
      'import { readFileSync } from "node:fs";\nconst text: string = readFileSync(0, "utf8");\nconsole.log(text, process.argv.slice(2));\nprocess.exit(5);\n',
    );
    const { stdout, exit } = await work.heddle(["node", "oracle.ts", "-x", "y"], { input: "abc" });
    assert.equal(stdout, "abc [ '-x', 'y' ]\n");
    assert.equal(exit, 5);
  });

  test("runs programs of several files", async () => {
    work.write("lib-a.ts", "export const value: number = 3;\n");
    work.write("main-a.ts", 'import { value } from "./lib-a.ts";\nconsole.log(value);\n');
    assert.equal((await work.heddle(["node", "main-a.ts"])).stdout, "3\n");
  });

  test("says which file does not exist", async () => {
    const { stderr, exit } = await work.heddle(["node", "nowhere.ts"]);
    assert.match(stderr, /nowhere\.ts/);
    assert.equal(exit, 1);
    assert.doesNotMatch(stderr, /internal fault/);
  });
});

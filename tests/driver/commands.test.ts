/** What the command tells of programs, and of itself when it was called wrongly. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { packageRoot } from "../../src/driver/paths.ts";
import { parseGraph, parseProgram } from "../../src/graph/parse.ts";
import { printGraph, printProgram } from "../../src/graph/print.ts";
import { Workspace } from "./command.ts";

const work = new Workspace();
work.write("hello.ts", 'console.log("hello");\n');
work.write(
  "area.ts",
  "function area(w: number, h: number): number {\n  return w * h;\n}\nconsole.log(area(2, 3));\n",
);

describe("build", { concurrency: 2 }, () => {
  test("makes an executable that runs without the command", async () => {
    const { stdout, stderr, exit } = await work.heddle(["build", "-O1", "hello.ts", "-o", "hello"]);
    assert.deepEqual({ stdout, stderr, exit }, { stdout: "", stderr: "", exit: 0 });
    assert.equal((await work.run(work.path("hello"), [])).stdout, "hello\n");
    assert.ok((statSync(work.path("hello")).mode & 0o111) !== 0);
  });

  test("--keep-c leaves the C text in the directory", async () => {
    const cc = work.compilerMaking("cc-keep", "true");
    const { exit } = await work.heddle(["build", "hello.ts", "-o", "kept", "--keep-c", "c", `--cc=${cc}`]);
    assert.equal(exit, 0);
    assert.match(readFileSync(work.path("c/hello.c"), "utf8"), /int main\(/);
  });

  test("the C text is the same byte for byte, whenever it is made", async () => {
    const cc = work.compilerMaking("cc-same", "true");
    const example = path.join(packageRoot, "examples", "richards.ts");
    const made = async (folder: string): Promise<string> => {
      await work.heddle(["build", example, "-o", "same", "--keep-c", folder, `--cc=${cc}`]);
      return readFileSync(work.path(`${folder}/richards.c`), "utf8");
    };
    const [first, second] = [await made("first"), await made("second")];
    assert.match(first, /\bf_richards_/);
    assert.ok(first === second, "two builds of one program differ");
  });

  test("--timings prints a table of phases to standard error", async () => {
    const cc = work.compilerMaking("cc-time", "true");
    const { stdout, stderr } = await work.heddle([
      "build",
      "hello.ts",
      "-o",
      "timed",
      "--timings",
      `--cc=${cc}`,
    ]);
    assert.equal(stdout, "");
    for (const phase of ["frontend", "annotate", "lower", "passes", "weave", "emit C", "C compiler", "total"])
      assert.match(stderr, new RegExp(`^${phase} +\\d+\\.\\d{3} s +\\d+\\.\\d %$`, "m"));
  });

  test("--print-after prints graphs of a stage and of a pass", async () => {
    const cc = work.compilerMaking("cc-print", "true");
    const options = ["-o", "printed", `--cc=${cc}`, "--print-after", "annotate", "--print-after", "inline"];
    const { stderr, exit } = await work.heddle(["build", "area.ts", ...options]);
    assert.equal(exit, 0);
    assert.match(stderr, /^; after annotate$/m);
    assert.match(stderr, /^; after inline$/m);
    assert.match(stderr, /^func @area\.area\b/m);
  });

  test("a C compiler's options come after ours, words before them belong to the command", async () => {
    const cc = work.script("cc-words", 'echo "$@" >&2; exit 4');
    const { stderr } = await work.heddle(["build", "hello.ts", "-o", "none", `--cc=${cc} wrapped -O0 -g3`]);
    assert.match(stderr, /^ *wrapped -std=gnu11 .* -O0 -g3$/m);
  });

  test("a C compiler that is missing is named, with exit code 3", async () => {
    const { stderr, exit } = await work.heddle(["build", "hello.ts", "-o", "none", "--cc=nonexistent"]);
    assert.equal(exit, 3);
    assert.match(stderr, /C compiler `nonexistent`/);
    assert.doesNotMatch(stderr, /node:|at .*\.js/);
    assert.equal(existsSync(work.path("none")), false);
  });

  test("a C compiler that fails is quoted, with exit code 3", async () => {
    const cc = work.script("cc-broken", "echo 'hello.c:1: broken' >&2; exit 4");
    const { stderr, exit } = await work.heddle(["build", "hello.ts", "-o", "none", `--cc=${cc}`]);
    assert.equal(exit, 3);
    assert.match(stderr, /failed with exit code 4/);
    assert.match(stderr, /hello\.c:1: broken/);
  });

  test("a library that the collector lacks is named with its Debian package", async () => {
    const cc = work.script("cc-no-gc", "echo 'fatal error: gc.h: No such file or directory' >&2; exit 1");
    const { stderr, exit } = await work.heddle([
      "build",
      "hello.ts",
      "-o",
      "none",
      "--gc=boehm",
      `--cc=${cc}`,
    ]);
    assert.equal(exit, 3);
    assert.match(stderr, /libgc-dev/);
    assert.doesNotMatch(stderr, /gc\.h/);
  });

  test("a directory that does not exist is named", async () => {
    const { stderr, exit } = await work.heddle(["build", "hello.ts", "-o", "no/such/hello"]);
    assert.equal(exit, 2);
    assert.match(stderr, /no\/such/);
    assert.doesNotMatch(stderr, /internal fault/);
  });
});

describe("check", { concurrency: 2 }, () => {
  test("is silent about a program without errors and makes nothing", async () => {
    const before = readdirSync(work.folder).filter((name) => name.includes("area"));
    const { stdout, stderr, exit } = await work.heddle(["check", "area.ts"]);
    assert.deepEqual({ stdout, stderr, exit }, { stdout: "", stderr: "", exit: 0 });
    assert.deepEqual(
      readdirSync(work.folder).filter((name) => name.includes("area")),
      before,
    );
  });

  test("tells all errors at once, with places, code frames and a way out", async () => {
    work.write(
      "wrong.ts",
      'const n: number = "a";\nconsole.log(n);\nconst r = /x/;\nconsole.log(eval("1"), r);\n',
    );
    const { stdout, stderr, exit } = await work.heddle(["check", "wrong.ts"]);
    assert.equal(exit, 1);
    assert.equal(stdout, "");
    assert.match(stderr, /^wrong\.ts:1:7 - error TS2322: /m);
    assert.match(stderr, /^ {2}1 \| const n: number = "a";\n {4}\| {7}\^$/m);
    assert.match(stderr, /^wrong\.ts:3:11 - error H3003: /m);
    assert.match(stderr, /^wrong\.ts:4:13 - error H2001: /m);
    assert.match(stderr, /^ {2}= /m);
    assert.match(stderr, /^3 errors$/m);
  });

  test("says that a file does not exist, under every command", async () => {
    for (const args of [["check"], ["run"], ["build", "-o", "x"], ["graph"], ["interpret"]]) {
      const { stderr, exit } = await work.heddle([...args, "nowhere.ts"]);
      assert.equal(exit, 1, args[0]);
      assert.match(stderr, /nowhere\.ts/, args[0]);
      assert.doesNotMatch(stderr, /internal fault|at .*\.js/, args[0]);
    }
  });
});

describe("graph and interpret", { concurrency: 2 }, () => {
  test("a function's graph parses back to the same text, whatever the stage", async () => {
    for (const stage of ["frontend", "annotate", "weave"]) {
      const { stdout, exit } = await work.heddle([
        "graph",
        "area.ts",
        "--function",
        "area",
        "--after",
        stage,
        "-O0",
      ]);
      assert.equal(exit, 0);
      assert.match(stdout, /^func @area\.area/);
      assert.equal(`${printGraph(parseGraph(stdout))}\n`, stdout, stage);
    }
  });

  test("a whole program parses back to the same text", async () => {
    const { stdout } = await work.heddle(["graph", "area.ts", "--after", "lower"]);
    assert.equal(`${printProgram(parseProgram(stdout))}\n`, stdout);
  });

  test("a function or a stage that is not there is told with those that are", async () => {
    const noFunction = await work.heddle(["graph", "area.ts", "--function", "volume", "--after", "annotate"]);
    assert.equal(noFunction.exit, 2);
    assert.match(noFunction.stderr, /no function `volume`[\s\S]*area\.area/);
    const noStage = await work.heddle(["graph", "area.ts", "--after", "everything"]);
    assert.equal(noStage.exit, 2);
    assert.match(noStage.stderr, /no stage `everything`; choose frontend, annotate/);
  });

  test("interpret runs the graphs with arguments and exit code", async () => {
    work.write("arguments.ts", "console.log(process.argv.slice(2));\nprocess.exit(9);\n");
    const { stdout, exit } = await work.heddle(["interpret", "--level", "low", "arguments.ts", "a", "b"]);
    assert.equal(stdout, "[ 'a', 'b' ]\n");
    assert.equal(exit, 9);
  });
});

describe("a wrong call", { concurrency: 2 }, () => {
  const wrong: readonly (readonly [what: string, args: readonly string[], says: RegExp])[] = [
    ["no command", [], /Usage: heddle/],
    ["an unknown command", ["weave", "hello.ts"], /unknown command 'weave'/],
    ["an unknown option", ["check", "--fast", "hello.ts"], /unknown option '--fast'/],
    ["no file", ["run"], /missing required argument 'file'/],
    ["no output", ["build", "hello.ts"], /--output/],
    [
      "an unknown collector",
      ["run", "--gc=refcount2", "hello.ts"],
      /no collector `refcount2`; choose .*semispace/,
    ],
    ["an unknown collector to check", ["check", "--gc=refcount2", "hello.ts"], /no collector `refcount2`/],
    ["a bad level", ["run", "-O7", "hello.ts"], /-O0, -O1, -O2 or -O3/],
    ["an unknown pass", ["build", "hello.ts", "-o", "x", "--print-after", "magic"], /`magic`/],
    [
      "an unknown level of the graphs",
      ["interpret", "--level", "deep", "hello.ts"],
      /no level `deep`; choose high/,
    ],
  ];
  for (const [what, args, says] of wrong) {
    test(`${what}: exit code 2, and what to write`, async () => {
      const { stderr, exit } = await work.heddle(args);
      assert.match(stderr, says);
      assert.equal(exit, 2);
      assert.doesNotMatch(stderr, /internal fault|at .*\.js/);
      // All the help would push what is wrong off the screen.
      if (args.length > 0) assert.ok(stderr.split("\n").length <= 3, stderr);
    });
  }

  test("--help and --version are no errors", async () => {
    const help = await work.heddle(["run", "--help"]);
    assert.equal(help.exit, 0);
    assert.match(help.stdout, /--gc <name>/);
    const version = await work.heddle(["--version"]);
    assert.equal(version.exit, 0);
    assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
  });
});

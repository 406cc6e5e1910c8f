/** HEDDLE_PROFILE: what a program that was built with `--profile` writes about itself. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { Workspace } from "./command.ts";

const source = `class Point {
  constructor(readonly x: number, readonly tag: string | number) {}
}
let kept: Point[] = [];
function makePoint(i: number): Point {
  return new Point(i, i % 2 === 0 ? "even" : i);
}
function points(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const point = makePoint(i);
    if (i % 1000 === 0) kept.push(point);
    if (i % 10 === 0) kept[0] = point;
    sum += kept[0]!.x;
  }
  return sum;
}
function texts(n: number): number {
  let length = 0;
  for (let i = 0; i < n; i++) length += \`\${i}:\`.length;
  return length;
}
class Left {
  constructor(readonly x: number) {}
}
class Right {
  constructor(readonly left: Left, readonly y: number, readonly z: number) {}
}
let last: Right | undefined;
function pairs(n: number): number {
  for (let i = 0; i < n; i++) {
    const left = new Left(i);
    last = new Right(left, i, n);
  }
  return last === undefined ? 0 : last.left.x;
}
console.log(points(2000000), texts(1000000));
console.log(pairs(1000000));
`;
/** 16 bytes of fields and a header for each Point. */
const pointBytes = 2000000 * 24;

/** Fields of a message of a protocol buffer: numbers, and bytes of what is longer. */
function fieldsOf(bytes: Uint8Array): [number, number | Uint8Array][] {
  const found: [number, number | Uint8Array][] = [];
  let at = 0;
  const varint = (): number => {
    let result = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++] as number;
      result += (byte & 127) * scale;
      if (byte < 128) return result;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const n = varint();
    if ((key & 7) === 0) found.push([key >> 3, n]);
    else {
      assert.equal(key & 7, 2);
      found.push([key >> 3, bytes.subarray(at, at + n)]);
      at += n;
    }
  }
  return found;
}

interface Sample {
  readonly stack: string[];
  readonly values: number[];
}

/** Stacks innermost first, each frame as `name:line`. */
function readPprof(bytes: Uint8Array): { types: string[]; samples: Sample[] } {
  const all = fieldsOf(bytes);
  const messages = (field: number): Map<number, number | Uint8Array>[] =>
    all.filter(([one]) => one === field).map(([, value]) => new Map(fieldsOf(value as Uint8Array)));
  const strings = all
    .filter(([one]) => one === 6)
    .map(([, value]) => String(Buffer.from(value as Uint8Array)));
  const functions = new Map(messages(5).map((one) => [one.get(1), strings[one.get(2) as number]]));
  const locations = new Map(
    messages(4).map((one) => {
      const line = new Map(fieldsOf(one.get(4) as Uint8Array));
      return [one.get(1), `${functions.get(line.get(1))}:${line.get(2)}`];
    }),
  );
  const samples = all
    .filter(([one]) => one === 2)
    .map(([, value]) => {
      const fields = fieldsOf(value as Uint8Array);
      const listed = (field: number) => fields.filter(([one]) => one === field).map(([, n]) => n as number);
      return { stack: listed(1).map((id) => locations.get(id) ?? "?"), values: listed(2) };
    });
  return { types: messages(1).map((one) => strings[one.get(1) as number] ?? "?"), samples };
}

const near = (found: number, expected: number): void =>
  assert.ok(Math.abs(found - expected) < expected / 5, `${found} is not about ${expected}`);

describe("profiles", () => {
  const work = new Workspace();
  before(async () => {
    work.write("points.ts", source);
    const { exit, stderr } = await work.heddle(["build", "--profile", "points.ts", "-o", "points"]);
    assert.equal(exit, 0, stderr);
  });
  const profiled = async (what: string, file: string): Promise<Buffer> => {
    const env = { HEDDLE_PROFILE: `${what}:${work.path(file)}` };
    const { stdout, stderr } = await work.run(work.path("points"), [], { env });
    assert.deepEqual([stdout, stderr], ["1999990000000 6888890\n999999\n", ""]);
    return readFileSync(work.path(file));
  };

  test("of allocations for pprof: types, places through inlined calls, bytes", async () => {
    const { types, samples } = readPprof(gunzipSync(await profiled("alloc", "points.pb.gz")));
    assert.deepEqual(types, ["alloc_objects", "alloc_space"]);
    const points = samples.filter(({ stack }) => stack[0] === "Point:0");
    assert.deepEqual(
      new Set(points.map(({ stack }) => stack.join(" "))),
      new Set(["Point:0 makePoint:6 points:11 program:37"]),
    );
    near(
      points.reduce((sum, { values }) => sum + (values[0] ?? 0), 0),
      2000000,
    );
    near(
      points.reduce((sum, { values }) => sum + (values[1] ?? 0), 0),
      pointBytes,
    );
    // They take their memory together, in groups of several rounds of the loop.
    const bytesOf = (stack: string): number =>
      samples.reduce((sum, one) => sum + (one.stack.join(" ") === stack ? (one.values[1] ?? 0) : 0), 0);
    near(bytesOf("Left:0 pairs:32 program:38"), 1000000 * 16);
    near(bytesOf("Right:0 pairs:33 program:38"), 1000000 * 32);
    const texts = samples.filter(({ stack }) => stack.includes("texts:20") && stack[0] === "string:0");
    assert.ok(texts.length > 0);
  });

  test("of allocations for speedscope and as lines: the same stacks", async () => {
    const json = JSON.parse(String(await profiled("alloc", "points.json"))) as {
      shared: { frames: { name: string; file?: string; line?: number }[] };
      profiles: { unit: string; endValue: number; samples: number[][]; weights: number[] }[];
    };
    const [profile] = json.profiles;
    assert.equal(profile?.unit, "bytes");
    assert.equal(
      profile.endValue,
      profile.weights.reduce((sum, one) => sum + one, 0),
    );
    const { frames } = json.shared;
    const stacks = profile.samples.map((one) => one.map((frame) => frames[frame]?.name).join(";"));
    assert.ok(stacks.includes("program;points;makePoint;Point"), stacks.join("\n"));
    assert.deepEqual(
      frames.find(({ name }) => name === "makePoint"),
      { name: "makePoint", file: work.path("points.ts"), line: 6 },
    );
    const lines = String(await profiled("alloc", "points.txt")).split("\n");
    near(Number(/^program;points;makePoint;Point (\d+)$/m.exec(lines.join("\n"))?.[1]), pointBytes);
  });

  test("of processor time", async () => {
    const { types, samples } = readPprof(await profiled("cpu", "points.pb"));
    assert.deepEqual(types, ["samples", "cpu"]);
    const inside = samples.filter(({ stack }) => stack.some((one) => /^(points|texts):/.test(one)));
    assert.ok(inside.length > 0, JSON.stringify(samples));
  });

  test("a setting that is none is told, and one without --profile is not heard", async () => {
    const env = { HEDDLE_PROFILE: "heap:x" };
    const bad = await work.run(work.path("points"), [], { env });
    assert.equal(bad.exit, 2);
    assert.equal(bad.stderr, "heddle: HEDDLE_PROFILE=heap:x is no profile: write alloc:FILE or cpu:FILE\n");
  });

  // The one counts references and has no bump pointer, the other is a library.
  for (const gc of ["refcount", "boehm"])
    test(`of allocations under ${gc}`, async () => {
      const built = await work.heddle(["build", "--profile", `--gc=${gc}`, "points.ts", "-o", "points"]);
      assert.equal(built.exit, 0, built.stderr);
      const lines = String(await profiled("alloc", "points.txt"));
      near(Number(/^program;points;makePoint;Point (\d+)$/m.exec(lines)?.[1]), pointBytes);
      assert.match(lines, /^program;pairs;Left \d+$/m);
    });

  test("not together with --debug", async () => {
    const both = await work.heddle(["build", "--profile", "-g", "points.ts", "-o", "x"]);
    assert.equal(both.exit, 2);
    assert.match(both.stderr, /`--profile` and `--debug` cannot be had at once: build the program twice/);
  });
});

/** Pictures of the heap: who writes them, and what `heddle heap` makes of them. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { readSnapshot, type Snapshot } from "../../src/driver/heap/read-snapshot.ts";
import { retained } from "../../src/driver/heap/retained.ts";
import { typeTotals } from "../../src/driver/heap/types.ts";
import { Workspace } from "./command.ts";

const source = `import { heapSnapshot } from "heddle/debug";
class Leaf {
  constructor(readonly name: string, readonly weight: number) {}
}
class Tree {
  left: Tree | Leaf | undefined;
  right: Tree | Leaf | undefined;
  readonly tags: unknown[] = [];
}
function grow(depth: number): Tree | Leaf {
  if (depth === 0) return new Leaf(\`leaf \${Math.floor(depth)} é "→"\`, 0.5);
  const tree = new Tree();
  tree.left = grow(depth - 1);
  tree.right = grow(depth - 1);
  tree.tags.push(depth % 2 === 0 ? depth : \`tag \${depth}\`, tree.left);
  return tree;
}
const forest = new Map<string, Tree | Leaf>();
function main(): void {
  const local = grow(4);
  forest.set("big", grow(8));
  console.log(heapSnapshot("one.heapsnapshot"), heapSnapshot("missing/one.heapsnapshot"));
  forest.set("more", grow(6));
  console.log(heapSnapshot("two.heapsnapshot"), local instanceof Tree ? local.tags.length : 0);
  let rounds = 0;
  while (rounds < 200000000 && process.argv[2] === "wait") {
    forest.set("again", new Leaf("again", rounds));
    if (rounds % 100000 === 0) console.log("ready");
    rounds++;
  }
}
main();
`;

const work = new Workspace();

const read = (name: string): Snapshot => readSnapshot(readFileSync(work.path(name), "utf8"), name);
const counts = (snapshot: Snapshot): Record<string, number> =>
  Object.fromEntries(typeTotals(snapshot, retained(snapshot)).map(({ type, count }) => [type, count]));

/** `a > b c, b > d`: which nodes lead where; a weak edge ends in `?`. All are of 1 byte. */
function graphOf(text: string): Snapshot {
  const lines = text.split(",").map((line) => line.trim().split(/[ >]+/));
  const names = [...new Set(lines.flat().map((name) => name.replace("?", "")))];
  const leads = names.map((name) => lines.find(([from]) => from === name)?.slice(1) ?? []);
  const meta = {
    node_fields: ["type", "name", "id", "self_size", "edge_count"],
    node_types: [["object"]],
    edge_fields: ["type", "name_or_index", "to_node"],
    edge_types: [["property", "weak"]],
  };
  const nodes = names.flatMap((_, i) => [0, i, i, 1, leads[i]!.length]);
  const edges = leads
    .flat()
    .flatMap((to) => [to.endsWith("?") ? 1 : 0, 0, 5 * names.indexOf(to.replace("?", ""))]);
  const snapshot = { meta, node_count: names.length, edge_count: edges.length / 3 };
  return readSnapshot(JSON.stringify({ snapshot, nodes, edges, strings: names }), "a test");
}

describe("what objects retain", () => {
  const dominated = (text: string): Record<string, string> => {
    const snapshot = graphOf(text);
    const { order, dominator, bytes } = retained(snapshot);
    return Object.fromEntries(
      [...order].map((node) => [
        snapshot.names[node],
        `${snapshot.names[dominator[node] as number]} ${bytes[node]}`,
      ]),
    );
  };

  test("a diamond belongs to where it begins, a cycle to where it is entered", () => {
    assert.deepEqual(dominated("r > a, a > b c, b > d, c > d, d > e, e > d"), {
      r: "r 6",
      a: "r 5",
      b: "a 1",
      c: "a 1",
      d: "a 2",
      e: "d 1",
    });
  });

  test("two ways into a cycle make neither its owner; weak edges and what nothing leads to do not count", () => {
    assert.deepEqual(dominated("r > a b w?, a > x, b > y, x > y, y > x, w > x, lost > a"), {
      r: "r 5",
      a: "r 1",
      b: "r 1",
      x: "r 1",
      y: "r 1",
    });
  });
});

for (const [gc, option] of [
  ["incminimark", "--profile"],
  ["refcount", "--gc-check"],
  ["semispace", "--gc-check"],
] as const)
  test(`pictures of the heap under ${gc}`, async () => {
    work.write("forest.ts", source);
    const built = await work.heddle(["build", "-O0", `--gc=${gc}`, option, "forest.ts", "-o", "forest"]);
    assert.equal(built.exit, 0, built.stderr);
    const env = { HEDDLE_GC_STRESS: "4KB" };
    const { stdout, stderr } = await work.run(work.path("forest"), [], { env });
    assert.deepEqual([stdout, stderr], ["true false\ntrue 2\n", ""]);
    const one = read("one.heapsnapshot");
    const [first, second] = [counts(one), counts(read("two.heapsnapshot"))];
    assert.deepEqual([first.Leaf, first.Tree], [256 + 16, 255 + 15]);
    assert.deepEqual([second.Leaf, second.Tree], [256 + 16 + 64, 255 + 15 + 63]);
    assert.ok(one.names.includes('leaf 0 é "→"') && one.names.includes("(stack)"));
    if (gc !== "incminimark") return;
    const summary = await work.heddle(["heap", "one.heapsnapshot"]);
    assert.match(summary.stdout, /^\d+ objects, [\d.]+ KB\n\nobjects +bytes +retained +type\n/);
    assert.match(summary.stdout, /\(globals\)\.forest\.forest → Map\n/);
    // Fields that the source cannot name are shown without their mark.
    assert.match(summary.stdout, /\.forest → Map\.values → Array\.items → /);
    const why = await work.heddle(["heap", "one.heapsnapshot", "--why", "Leaf"]);
    assert.match(
      why.stdout,
      /^272 × Leaf, [\d.]+ KB; the one that keeps most alive, \d+ B:\n {2}\((stack|globals)\)/,
    );
    assert.match(why.stdout, /\n +Tree\.(left|right)\n +Leaf\n$/);
    const difference = await work.heddle(["heap", "one.heapsnapshot", "two.heapsnapshot"]);
    assert.match(difference.stdout, /\n +\+63 +\+[\d.]+ KB {2}Tree\n/);
    let asked = false;
    const waiting = await work.run(work.path("forest"), ["wait"], {
      onOutput: (text, kill) => {
        if (!text.includes("ready")) return;
        if (!asked) kill("SIGUSR2");
        asked = true;
        setTimeout(() => kill("SIGTERM"), 1500);
      },
    });
    const [, name] = /^heddle: wrote (heap-\d+-1\.heapsnapshot)\n/.exec(waiting.stderr) ?? [];
    assert.ok(name !== undefined && readdirSync(work.folder).includes(name), waiting.stderr);
    assert.equal(counts(read(name)).Tree, 255 + 63);
  });

test("what is no snapshot, or has no such type, is told", async () => {
  work.write("no.json", '{"nodes": []}');
  const no = await work.heddle(["heap", "no.json"]);
  assert.equal(no.exit, 2);
  assert.match(no.stderr, /`no\.json` is no heap snapshot/);
});

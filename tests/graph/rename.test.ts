import assert from "node:assert/strict";
import { test } from "node:test";
import type { Graph, Variable } from "../../src/graph/graph.ts";
import { parseGraph } from "../../src/graph/parse.ts";
import { printGraph } from "../../src/graph/print.ts";
import { renameVersions } from "../../src/graph/rename.ts";

/** Every variable that the graph defines, by name. */
function definitions(graph: Graph): Map<string, Variable> {
  const all = graph.blocks.flatMap((block) => [
    ...block.params,
    ...block.operations.flatMap((operation) => operation.result ?? []),
  ]);
  return new Map(all.map((one) => [one.name, one]));
}

/** Variables called `p_something` are versions of `p`, and so are those that are named: of themselves. */
function check(before: string, after: string, ownVersions: readonly string[] = []): void {
  const graph = parseGraph(before);
  const versions = new Map<Variable, Variable[]>();
  for (const name of ownVersions) {
    const own = definitions(graph).get(name) as Variable;
    versions.set(own, [own]);
  }
  for (const [name, one] of definitions(graph)) {
    const original = name.includes("_") ? definitions(graph).get(name.split("_")[0] as string) : undefined;
    if (original) versions.set(original, [...(versions.get(original) ?? []), one]);
  }
  renameVersions(graph, versions);
  assert.equal(printGraph(graph).trim(), after.trim());
}

test("a version in one branch meets the original at the join", () => {
  check(
    `
func @f {
b0(p: ref, c: bool):
  branch c, b1, b2
b1:
  call{function=g} p
  p_1: ref = root_load{index=0}
  jump b3
b2:
  jump b3
b3:
  return p
}`,
    `
func @f {
b0(p: ref, c: bool):
  branch c, b1, b2
b1:
  call{function=g} p
  p_1: ref = root_load{index=0}
  jump b3(p_1)
b2:
  jump b3(p)
b3(p.1: ref):
  return p.1
}`,
  );
});

test("a version in a loop becomes a parameter of its head; no parameter where nothing uses it", () => {
  check(
    `
func @f {
b0(p: ref, q: ref, c: bool):
  jump b1
b1:
  branch c, b2, b3
b2:
  x: int = get_field{struct=A, field=x} p
  call{function=g} q, x
  p_1: ref = root_load{index=0}
  q_1: ref = root_load{index=1}
  set_field{struct=A, field=x} p, x
  jump b1
b3:
  return p
}`,
    `
func @f {
b0(p: ref, q: ref, c: bool):
  jump b1(p, q)
b1(p.1: ref, q.1: ref):
  branch c, b2, b3
b2:
  x: int = get_field{struct=A, field=x} p.1
  call{function=g} q.1, x
  p_1: ref = root_load{index=0}
  q_1: ref = root_load{index=1}
  set_field{struct=A, field=x} p_1, x
  jump b1(p_1, q_1)
b3:
  return p.1
}`,
  );
});

test("versions in a row: the last one counts, and the operation that makes one reads the one before", () => {
  check(
    `
func @f {
b0(p: int):
  p_1 = int_add p, 1
  p_2 = int_add p, 2
  return p
}`,
    `
func @f {
b0(p: int):
  p_1 = int_add p, 1
  p_2 = int_add p_1, 2
  return p_2
}`,
  );
});

test("the result of an excepted operation counts on the normal link only", () => {
  check(
    `
func @f {
b0(p: int):
  p_1: int = call{function=g} p
  except b1, catch e: value => b2
b1:
  return p
b2:
  return p
}`,
    `
func @f {
b0(p: int):
  p_1: int = call{function=g} p
  except b1(p_1), catch e: value => b3
b1(p_1.1: int):
  jump b2
b2:
  return p_1.1
b3:
  return p
}`,
  );
});

test("an original that is itself the result of an operation", () => {
  check(
    `
func @f {
b0(c: bool):
  p: ref = call{function=g}
  branch c, b1, b2
b1:
  p_1: ref = root_load{index=0}
  branch c, b2, b1
b2:
  return p
}`,
    `
func @f {
b0(c: bool):
  p: ref = call{function=g}
  branch c, b1, b2(p)
b1:
  p_1: ref = root_load{index=0}
  branch c, b2(p_1), b1
b2(p.1: ref):
  return p.1
}`,
  );
});

test("an original among its own versions, as the result of an excepted operation", () => {
  check(
    `
func @f {
b0(p_1: int):
  jump b1
b1:
  call{function=h} p
  p: int = call{function=g}
  except b2, catch e: value => b3
b2:
  call{function=h} p
  jump b1
b3:
  return
}`,
    `
func @f {
b0(p_1: int):
  jump b1(p_1)
b1(p: int):
  call{function=h} p
  p.1: int = call{function=g}
  except b2(p.1), catch e: value => b4
b2(p.2: int):
  jump b3
b3:
  call{function=h} p.2
  jump b1(p.2)
b4:
  return
}`,
    ["p"],
  );
});

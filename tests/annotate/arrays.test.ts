import assert from "node:assert/strict";
import { test } from "node:test";
import { annotated } from "./annotated.ts";

const withArray = (body: string): ReturnType<typeof annotated> =>
  annotated(`
class @l array {
}
class @m array {
}
func @main {
b0():
${body}
}`);

test("an element that no test looks at is never undefined", () => {
  const found = withArray("  l = new_array{class=l} 1, 2\n  x = get_index l, 0\n  y = add x, 1\n  return");
  assert.equal(found.variable("main", "x"), "int[1..2]");
});

test("an element that a test looks at may be undefined, and arithmetic on it stays on integers", () => {
  const found = withArray(
    "  l = new_array{class=l} 1, 2\n  x = get_index l, 5\n  t = strict_equal x, undefined\n  y = add x, 1\n  return",
  );
  assert.equal(found.variable("main", "x"), "int[1..2]|undefined");
  assert.equal(found.variable("main", "y"), "int[2..3]");
});

test("the wish for undefined goes back through calls", () => {
  const found = annotated(`
class @l array {
}
func @main {
b0():
  x = call{function=at} 5
  t = strict_equal x, undefined
  return
}
func @at {
b0(i):
  l = new_array{class=l} 1, 2
  x = get_index l, i
  return x
}`);
  assert.equal(found.result("at"), "int[1..2]|undefined");
});

test("an array literal whose elements are only written within keeps its length", () => {
  const found = withArray("  l = new_array{class=l} 1, 2, 3\n  set_index l, 2, 5\n  return");
  assert.equal(found.element("l"), "int[1..5]");
});

test("a write that may be beyond the end resizes and leaves holes", () => {
  const found = withArray("  l = new_array{class=l} 1, 2, 3\n  set_index l, 3, 5\n  return");
  assert.equal(found.element("l"), "int[1..5] holes resized");
});

test("a write at the length resizes without holes", () => {
  const found = withArray(
    "  l = new_array{class=l} 1, 2\n  n = get_property{name=length} l\n  set_index l, n, 5\n  return",
  );
  assert.equal(found.element("l"), "int[1..5] resized");
});

test("an index tested against the array's own length is within", () => {
  const found = withArray(`  n = call_builtin{name=Math.random}
  n1 = bit_or n, 0
  l = new_array_length{class=l} n1
  k = call_method{name=fill} l, 0
  jump b1(0)
b1(i):
  length = get_property{name=length} l
  t = less i, length
  branch t, b2, b3
b2():
  i1 = refine{test=less} i, length
  set_index l, i1, 9
  i2 = add i1, 1
  jump b1(i2)
b3():
  return`);
  assert.equal(found.element("l"), "int[0..9]");
});

test("new Array(n) has holes unless it is filled at once", () => {
  assert.equal(
    withArray("  l = new_array_length{class=l} 3\n  set_index l, 0, 1\n  return").element("l"),
    "int[1..1] holes",
  );
  const filled = withArray("  l = new_array_length{class=l} 3\n  k = call_method{name=fill} l, 0\n  return");
  assert.equal(filled.element("l"), "int[0..0]");
});

test("arrays that meet share the representation of their elements", () => {
  const found = withArray(`  l = new_array{class=l} 1
  m = new_array{class=m} 0.5
  t = call_builtin{name=Math.random}
  c = less t, 0.5
  branch c, b1(l), b1(m)
b1(a):
  x = get_index a, 0
  return`);
  assert.equal(found.element("l"), "number");
});

test("a method of arrays from the prelude is cloned for each call", () => {
  const found = annotated(`
class @l array {
}
class @m array {
}
class @double closure function @double {
}
class @prelude.arrays.map.array1 array {
}
func @main {
b0():
  l = new_array{class=l} 1, 2
  m = new_array{class=m} "a"
  a = call_method{name=map} l, @double
  b = call_method{name=map} m, @double
  x = get_index a, 0
  y = get_index b, 0
  return
}
func @double {
b0(x):
  y = add x, x
  return y
}
func @prelude.arrays.map {
b0(array, f):
  result = new_array{class=prelude.arrays.map.array1}
  x = get_index array, 0
  y = call_value f, x
  n = call_method{name=push} result, y
  return result
}`);
  assert.equal(
    found.element("prelude.arrays.map.array1<main#0>"),
    found.element("prelude.arrays.map.array1<main#1>"),
  );
  assert.match(found.text, /call\{function=prelude.arrays.map<main#1>\}/);
});

test("pop of an array gives undefined only where it is looked at", () => {
  const found = withArray(
    "  l = new_array{class=l} 1\n  x = call_method{name=pop} l\n  y = call_method{name=pop} l\n  t = truthy y\n  return",
  );
  assert.equal(found.variable("main", "x"), "int[1..1]");
  assert.equal(found.variable("main", "y"), "int[1..1]|undefined");
});

test("split gives an array of strings", () => {
  const found = withArray('  l = call_method{name=split} "a b", " "\n  x = get_index l, 0\n  return');
  assert.equal(found.variable("main", "x"), "string");
});

test("a method of the prelude on what may be null throws where a handler sees it", () => {
  const found = annotated(`
class @l array {
}
func @main {
b0():
  l = new_array{class=l} 1, 2
  t = call_builtin{name=Math.random}
  c = less t, 0.5
  branch c, b1(l), b1(null)
b1(a):
  n = call_method{name=count} a
  except b2, catch e => b3(e)
b2():
  return
b3(caught):
  return
}
func @prelude.throwTypeError {
b0(message):
  raise message
}
func @prelude.arrays.count {
b0(array):
  n = get_property{name=length} array
  return n
}`);
  const [, first, second] = found.program.functions.get("main")?.blocks ?? [];
  assert.deepEqual(
    first?.operations.map((one) => one.op),
    ["get_property"],
  );
  assert.equal(first?.exit.kind, "except");
  const after = found.program.functions.get("main")?.blocks.find((one) => one.operations[0]?.op === "refine");
  assert.deepEqual(
    after?.operations.map((one) => one.op),
    ["refine", "call"],
  );
  assert.equal(after?.exit.kind, "except");
  assert.notEqual(second, undefined);
});

test("join keeps its arguments where elements have a toString method", () => {
  const found = annotated(`
class @l array {
}
class @A class {
  method constructor = @A.constructor
  method toString = @A.toString
}
func @main {
b0():
  a = new{class=A}
  l = new_array{class=l} a
  s = call_method{name=join} l, "+"
  return
}
func @A.constructor this {
b0(this):
  return
}
func @A.toString this {
b0(this):
  return "a"
}`);
  assert.match(found.text, /call_method\{name=join\} l, "\+"/);
});

test("an element that is only asked for members may be undefined, which throws", () => {
  const found = annotated(`
class @l array {
}
class @o literal {
  field x
}
func @main {
b0():
  o = new_object{class=o} 1
  l = new_array{class=l} o
  a = get_index l, 5
  x = get_property{name=x} a
  b = get_index l, 0
  m = new_array{class=l} b
  return
}`);
  assert.equal(found.variable("main", "a"), "@o|undefined");
  assert.equal(found.variable("main", "b"), "@o");
});

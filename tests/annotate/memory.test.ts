/** What tests tell of memory that is read again, and of objects by their properties. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { annotated } from "./annotated.ts";

/** A list whose `next` is tested and read again; `between` stands between the two. */
function readTwice(between: string, more = ""): ReturnType<typeof annotated> {
  return annotated(`
class @Cell class {
  method constructor = @Cell.constructor
}
global @last
func @main {
b0():
  a = new{class=Cell}
  b = new{class=Cell}
  set_property{name=next} a, b
  set_global{name=last} a
  r = call{function=follow} a
  return
}
func @Cell.constructor this {
b0(this):
  define_field{class=Cell, name=next} this, null
  return
}
func @clear {
b0():
  a = get_global{name=last}
  set_property{name=next} a, null
  return
}
func @look {
b0():
  a = get_global{name=last}
  n = get_property{name=next} a
  return n
}
${more}
func @follow {
b0(cell):
  first = get_property{name=next} cell
  test = strict_not_equal first, null
  branch test, b1, b2
b1():
  known = refine{test=not_null} first
  ${between}
  again = get_property{name=next} cell
  truth = truthy again
  return again
b2():
  return null
}`);
}

test("a test of a field tells of the next read", () => {
  const found = readTwice("");
  assert.equal(found.result("follow"), "@Cell|null");
  assert.deepEqual(
    found.operations("follow").filter((one) => one === "get_property"),
    ["get_property"],
  );
});

test("calls that only read leave what a test has told", () => {
  const found = readTwice("x = call{function=look}");
  assert.equal(found.operations("follow").filter((one) => one === "get_property").length, 1);
});

test("a new object is another one, whatever its constructor writes", () => {
  const found = readTwice("x = new{class=Cell}");
  assert.equal(found.operations("follow").filter((one) => one === "get_property").length, 1);
});

test("a call that may write the field makes the read look again", () => {
  const found = readTwice("x = call{function=clear}");
  assert.equal(found.variable("follow", "again"), "@Cell|null");
});

test("so does one that is only found through a callee", () => {
  const found = readTwice(
    "x = call{function=far}",
    "func @far {\nb0():\n  r = call{function=clear}\n  return\n}",
  );
  assert.equal(found.variable("follow", "again"), "@Cell|null");
});

test("a write to the field of any object makes it look again", () => {
  const found = readTwice("o = get_global{name=last}\n  set_property{name=next} o, null");
  assert.equal(found.variable("follow", "again"), "@Cell|null");
});

test("a write to the same object is what is read next", () => {
  const found = readTwice("n = new{class=Cell}\n  set_property{name=next} cell, n");
  assert.equal(found.operations("follow").filter((one) => one === "get_property").length, 1);
});

test("a constant property tells classes apart", () => {
  const found = annotated(`
class @Circle literal {
  field kind
  field radius
}
class @Square literal {
  field kind
  field side
}
func @main {
b0():
  a = new_object{class=Circle} "circle", 1
  b = new_object{class=Square} "square", 2
  r = call{function=size} a
  s = call{function=size} b
  return
}
func @size {
b0(shape):
  kind = get_property{name=kind} shape
  test = strict_equal kind, "circle"
  branch test, b1, b2
b1():
  circle = refine{test=equal, member=kind} shape, "circle"
  radius = get_property{name=radius} circle
  return radius
b2():
  square = refine{test=not_equal, member=kind} shape, "circle"
  side = get_property{name=side} square
  kind.1 = refine{test=not_equal} kind, "circle"
  none = strict_equal kind.1, "circle"
  branch none, b3, b4
b3():
  return null
b4():
  return side
}`);
  assert.equal(found.variable("size", "circle"), "@Circle");
  assert.equal(found.variable("size", "square"), "@Square");
  assert.equal(found.result("size"), "int[1..2]");
});

test("a property that is no constant tells nothing", () => {
  const found = annotated(`
class @A literal {
  field kind
}
class @B literal {
  field kind
}
func @main {
b0():
  a = new_object{class=A} "a"
  b = new_object{class=B} "b"
  set_property{name=kind} b, "a"
  t = new_array{class=l} a, b
  x = get_index t, 0
  kind = get_property{name=kind} x
  test = strict_equal kind, "a"
  y = refine{test=equal, member=kind} x, "a"
  z = refine{test=not_equal, member=kind} x, "a"
  return
}
class @l array {
}`);
  assert.equal(found.variable("main", "y"), "@A|@B");
  assert.equal(found.variable("main", "z"), "@B");
});

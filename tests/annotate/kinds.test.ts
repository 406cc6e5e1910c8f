import assert from "node:assert/strict";
import { test } from "node:test";
import { annotated, inMain } from "./annotated.ts";

test("add concatenates where a string can come, and adds where two numbers can", () => {
  const { variable } = bound(inMain("a = add 1, 2", 'b = add "x", 2', "c = sub b, 1"));
  assert.equal(variable("main", "a"), "int[3..3]");
  assert.equal(variable("main", "b"), "string");
  assert.equal(variable("main", "c"), "number");
});

test("a test of an operand that never is undefined leaves one branch unreached", () => {
  const found = annotated(`
func @main {
b0():
  r: any = call{function=f} 1
  return
}
func @f {
b0(p):
  t = strict_equal p, undefined
  branch t, b1, b2
b1():
  q = refine{test=undefined} p
  jump b3("default")
b2():
  s = refine{test=not_undefined} p
  jump b3(s)
b3(x):
  return x
}`);
  assert.equal(found.result("f"), "int[1..1]");
});

test("a missing argument is undefined and selects the default", () => {
  const found = annotated(`
func @main {
b0():
  r = call{function=f}
  return
}
func @f {
b0(p):
  t = strict_equal p, undefined
  branch t, b1(7), b2
b1(x):
  return x
b2():
  s = refine{test=not_undefined} p
  jump b1(s)
}`);
  assert.equal(found.variable("f", "p"), "undefined");
  assert.equal(found.result("f"), "int[7..7]");
  assert.match(found.text, /call\{function=f\} undefined/);
});

test("arguments in excess are dropped", () => {
  const found = annotated(`
func @main {
b0():
  r = call{function=f} 1, 2, 3
  return
}
func @f {
b0(p):
  return p
}`);
  assert.match(found.text, /call\{function=f\} 1\n/);
});

test("code after a call that never returns is not reached", () => {
  const found = annotated(`
func @main {
b0():
  t = call_builtin{name=Math.random}
  c = less t, 0.5
  branch c, b1, b2
b1():
  r = call{function=fail}
  jump b3("never")
b2():
  jump b3(1)
b3(x):
  y = add x, 1
  return
}
func @fail {
b0():
  raise "failed"
}`);
  assert.equal(found.variable("main", "x"), "int[1..1]");
});

test("typeof, instanceof and array tests narrow", () => {
  const found = annotated(`
class @A class {
  method constructor = @A.constructor
}
class @B class extends @A {
  method constructor = @B.constructor
}
class @l array {
}
func @main {
b0():
  a = new{class=A}
  b = new{class=B}
  l = new_array{class=l} 1, "s", a, b, null, true
  x = get_index l, 0
  n = refine{test=typeof, kind=number} x
  s = refine{test=not_typeof, kind=number} x
  o = refine{test=typeof, kind=object} x
  i = refine{test=instance, class=B} x
  j = refine{test=not_instance, class=B} x
  return
}
func @A.constructor this {
b0(this):
  return
}
func @B.constructor this {
b0(this):
  r = call{function=A.constructor} this
  return
}`);
  assert.equal(found.variable("main", "n"), "int[1..1]");
  assert.equal(found.variable("main", "s"), "boolean|string|@A|@B|undefined|null");
  assert.equal(found.variable("main", "o"), "@A|@B|null");
  assert.equal(found.variable("main", "i"), "@B");
  assert.equal(found.variable("main", "j"), "int[1..1]|boolean|string|@A|undefined|null");
});

test("everything that is thrown reaches every handler", () => {
  const found = annotated(`
func @main {
b0():
  r = call{function=f}
  except b1, catch e => b2(e)
b1():
  return
b2(caught):
  return
}
func @f {
b0():
  t = call_builtin{name=Math.random}
  c = less t, 0.5
  branch c, b1, b2
b1():
  raise "text"
b2():
  raise 7
}`);
  assert.equal(found.variable("main", "caught"), "int[7..7]|string");
});

test("a check of a module variable goes away after it is set, and stays before", () => {
  const body = (calls: string): string => `
global @m.x
func @main {
b0():
  r = call{function=m.init}
  return
}
func @m.init {
b0():
${calls}
  return
}
func @m.f {
b0():
  check_global{name=m.x}
  v = get_global{name=m.x}
  return v
}`;
  const after = annotated(body("  set_global{name=m.x} 1\n  a = call{function=m.f}"));
  assert.deepEqual(after.operations("m.f"), ["get_global"]);
  const before = annotated(
    body("  a = call{function=m.f}\n  set_global{name=m.x} 1\n  b = call{function=m.f}"),
  );
  assert.deepEqual(before.operations("m.f"), ["check_global", "get_global"]);
});

/** Methods that can be taken apart. */
function bound(found: ReturnType<typeof inMain>) {
  return { variable: found.variable.bind(found) };
}

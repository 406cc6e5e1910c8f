import assert from "node:assert/strict";
import { test } from "node:test";
import { annotated } from "./annotated.ts";

test("a field without initialiser that the constructor assigns is never undefined", () => {
  const found = annotated(`
class @A class {
  field x
  method constructor = @A.constructor
}
func @main {
b0():
  a = new{class=A} 5
  v = get_property{name=x} a
  return
}
func @A.constructor this {
b0(this, x):
  define_field{class=A, name=x} this, undefined
  set_property{name=x} this, x
  return
}`);
  assert.equal(found.field("A", "x"), "int[5..5]");
  // The definition stays: it says where in the order of fields it stands.
  assert.deepEqual(found.operations("A.constructor"), ["define_field", "set_property"]);
});

test("a field that is read in the constructor before it is assigned includes undefined", () => {
  const found = annotated(`
class @A class {
  field x
  method constructor = @A.constructor
}
func @main {
b0():
  a = new{class=A} 5
  return
}
func @A.constructor this {
b0(this, x):
  define_field{class=A, name=x} this, undefined
  old = get_property{name=x} this
  set_property{name=x} this, x
  return
}`);
  assert.equal(found.field("A", "x"), "int[5..5]|undefined");
  assert.equal(found.variable("A.constructor", "old"), "int[5..5]|undefined");
});

const withReset = (order: string): string => `
class @A class {
  field x
  method constructor = @A.constructor
  method reset = @A.reset
}
func @main {
b0():
  a = new{class=A}
  v = get_property{name=x} a
  return
}
func @A.constructor this {
b0(this):
  define_field{class=A, name=x} this, undefined
${order}
  return
}
func @A.reset this {
b0(this):
  set_property{name=x} this, 3
  return
}`;

test("a method that the constructor calls may be what assigns a field", () => {
  const found = annotated(withReset("  r = call_method{name=reset} this"));
  assert.equal(found.field("A", "x"), "int[3..3]");
});

test("a field that is assigned on one path only includes undefined", () => {
  const found = annotated(
    withReset(`  t = call_builtin{name=Math.random}
  c = less t, 0.5
  branch c, b1, b2
b1():
  r = call_method{name=reset} this
  jump b2
b2():`),
  );
  assert.equal(found.field("A", "x"), "int[3..3]|undefined");
});

test("this that gets away before a field is assigned makes the field optional", () => {
  const found = annotated(`
global @last
class @A class {
  field x
  method constructor = @A.constructor
}
func @main {
b0():
  a = new{class=A}
  v = call{function=look}
  return
}
func @look {
b0():
  a = get_global{name=last}
  v = get_property{name=x} a
  return v
}
func @A.constructor this {
b0(this):
  define_field{class=A, name=x} this, undefined
  set_global{name=last} this
  set_property{name=x} this, 3
  return
}`);
  assert.equal(found.field("A", "x"), "int[3..3]|undefined");
});

test("a field that is only read after a write to the same object needs no value at first", () => {
  const found = annotated(`
class @A class {
  field x
  method constructor = @A.constructor
}
func @main {
b0():
  a = new{class=A}
  set_property{name=x} a, 4
  v = get_property{name=x} a
  return
}
func @A.constructor this {
b0(this):
  define_field{class=A, name=x} this, undefined
  return
}`);
  assert.equal(found.field("A", "x"), "int[4..4]");
});

test("a field that code of the class assigns without declaring it belongs to that class", () => {
  const found = annotated(`
class @A class {
  method constructor = @A.constructor
}
class @B class extends @A {
  method constructor = @B.constructor
}
func @main {
b0():
  b = new{class=B}
  return
}
func @A.constructor this {
b0(this):
  set_property{name=y} this, 1
  set_property{name=x} this, "s"
  return
}
func @B.constructor this {
b0(this):
  r = call{function=A.constructor} this
  set_property{name=z} this, true
  return
}`);
  assert.deepEqual(
    found.program.classes.get("A")?.fields.map((one) => one.name),
    ["y", "x"],
  );
  assert.deepEqual(
    found.program.classes.get("B")?.fields.map((one) => one.name),
    ["z"],
  );
});

test("a field that some path neither declares nor assigns may be missing", () => {
  const found = annotated(`
class @A class {
  method constructor = @A.constructor
}
func @main {
b0():
  a = new{class=A}
  v = get_property{name=x} a
  return
}
func @A.constructor this {
b0(this):
  t = call_builtin{name=Math.random}
  c = less t, 0.5
  branch c, b1, b2
b1():
  set_property{name=x} this, 3
  jump b2
b2():
  return
}`);
  assert.equal(found.field("A", "x"), "int[3..3]|undefined not definite");
});

test("a field that a subclass declares again hides the value that the parent gave", () => {
  const found = annotated(`
class @A class {
  field x
  method constructor = @A.constructor
}
class @B class extends @A {
  field x
  method constructor = @B.constructor
}
func @main {
b0():
  b = new{class=B}
  v = get_property{name=x} b
  return
}
func @A.constructor this {
b0(this):
  define_field{class=A, name=x} this, 1
  return
}
func @B.constructor this {
b0(this):
  r = call{function=A.constructor} this
  define_field{class=B, name=x} this, undefined
  return
}`);
  assert.match(found.variable("main", "v"), /undefined/);
});

test("a generic method is called by a name with the keys", () => {
  const found = annotated(`
class @A class {
  method constructor = @A.constructor
  method same = @A.same
}
func @main {
b0():
  a = new{class=A}
  x = call_method{name=same, types=[number]} a, 1
  y = call_method{name=same, types=[string]} a, "s"
  return
}
func @A.constructor this {
b0(this):
  return
}
func @A.same this types [T] {
b0(this, value):
  return value
}`);
  assert.equal(found.variable("main", "x"), "int[1..1]");
  assert.equal(found.program.classes.get("A")?.methods.get("same<string>"), "A.same<string>");
});

const shapes = `
class @Circle class {
  field size
  method constructor = @Circle.constructor
  method area = @Circle.area
}
class @Square class {
  field size
  method constructor = @Square.constructor
  method area = @Square.area
}
class @l array {
}
func @Circle.constructor this {
b0(this):
  define_field{class=Circle, name=size} this, 1.5
  return
}
func @Square.constructor this {
b0(this):
  define_field{class=Square, name=size} this, 2
  return
}
func @Circle.area this {
b0(this):
  s = get_property{name=size} this
  return s
}
func @Square.area this {
b0(this, scale):
  s = get_property{name=size} this
  return s
}`;

test("same-named fields of classes that meet share a representation", () => {
  const found = annotated(`${shapes}
func @main {
b0():
  a = new{class=Circle}
  b = new{class=Square}
  l = new_array{class=l} a, b
  x = get_index l, 0
  s = get_property{name=size} x
  return
}`);
  assert.equal(found.field("Square", "size"), "number");
  assert.equal(found.field("Circle", "size"), "number");
});

test("fields of classes that never meet do not", () => {
  const found = annotated(`${shapes}
func @main {
b0():
  a = new{class=Circle}
  b = new{class=Square}
  return
}`);
  assert.equal(found.field("Square", "size"), "int[2..2]");
});

test("methods that meet at one call share their signature", () => {
  const found = annotated(`${shapes}
func @main {
b0():
  a = new{class=Circle}
  b = new{class=Square}
  l = new_array{class=l} a, b
  x = get_index l, 0
  s = call_method{name=area} x, 3
  return
}`);
  assert.equal(found.program.functions.get("Circle.area")?.blocks[0]?.params.length, 2);
  assert.equal(found.result("Square.area"), found.result("Circle.area"));
  assert.equal(found.variable("Circle.area", "this"), "@Circle");
});

test("a generic class has a clone for each key", () => {
  const found = annotated(`
class @Box class types [T] {
  field value
  method constructor = @Box.constructor
  method get = @Box.get
}
func @main {
b0():
  a = new{class=Box, types=[number]} 1
  b = new{class=Box, types=[string]} "s"
  x = call_method{name=get} a
  y = call_method{name=get} b
  return
}
func @Box.constructor this {
b0(this, value):
  define_field{class=Box, name=value} this, undefined
  set_property{name=value} this, value
  return
}
func @Box.get this {
b0(this):
  v = get_property{name=value} this
  return v
}`);
  assert.equal(found.variable("main", "x"), "int[1..1]");
  assert.equal(found.variable("main", "y"), "string");
  assert.equal(found.program.classes.get("Box<number>")?.cloneOf, "Box");
  assert.equal(found.program.classes.get("Box<number>")?.methods.get("get"), "Box.get<number>");
});

test("calling what is never a function is an error, reading what no class has is undefined", () => {
  const found = annotated(`${shapes}
func @main {
b0():
  a = new{class=Circle}
  none = get_property{name=color} a
  s = call_method{name=size} a
  return
}`);
  assert.equal(found.variable("main", "none"), "undefined");
  assert.deepEqual(found.codes, ["H2202"]);
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CollectedOutput } from "../../src/simulate/interpreter/output.ts";
import { ExitSignal, Thrown } from "../../src/simulate/interpreter/signals.ts";
import { highComputed, highResultOf } from "./interpreted.ts";

function table(rows: readonly (readonly [string, unknown])[], declarations = ""): void {
  for (const [operations, expected] of rows) {
    test(operations, () =>
      assert.deepEqual(highComputed(operations.replaceAll("; ", "\n"), declarations), expected),
    );
  }
}

describe("operators", () => {
  table([
    ['r = add 1, "x"', "1x"],
    ["r = div 1, 0", Number.POSITIVE_INFINITY],
    ["r = mod -5, 5", -0],
    ["r = neg 0", -0],
    ['r = to_number "0x10"', 16],
    ["r = shift_right_unsigned -1, 0", 4294967295],
    ['r = less "a", "b"', true],
    ["r = strict_equal nan, nan", false],
    ["r = loose_equal null, undefined", true],
    ['r = truthy ""', false],
    ["r = typeof null", "object"],
    ['r = concat "a", "b", "c"', "abc"],
    ["r = to_string -0.0", "0"],
    ["r = refine{test=not_null} 5", 5],
  ]);
});

const declarations = `
class @m.Base class "Base" {
  field x
  method constructor = @m.Base.constructor
  method name = @m.Base.name
  getter twice = @m.Base.twice
  setter twice = @m.Base.setTwice
}
class @m.Derived class "Derived" extends @m.Base {
  field y
  method constructor = @m.Derived.constructor
  method name = @m.Derived.name
}
class @m.Clone class "Derived" extends @m.Base clone_of @m.Derived {
}
class @m.object1 literal "Object" {
  field a
  field b
}
class @m.array1 array "Array" {
}
class @m.adder closure "Function" function @m.adder {
  field "0"
}
class @m.plain closure "Function" function @m.plain {
}
global @m.g
global @m.h = 5

func @m.Base.constructor this {
b0(this, x):
  define_field{class=m.Base, name=x} this, x
  return undefined
}
func @m.Derived.constructor this {
b0(this, x):
  made = call{function=m.Base.constructor} this, x
  define_field{class=m.Derived, name=y} this, "y"
  return undefined
}
func @m.Base.name "name" this {
b0(this, suffix):
  r = add "base", suffix
  return r
}
func @m.Derived.name "name" this {
b0(this, suffix):
  b = call_super{class=m.Derived, name=name} this, suffix
  r = add "derived ", b
  return r
}
func @m.Base.twice "twice" this {
b0(this):
  x = get_property{name=x} this
  r = mul x, 2
  return r
}
func @m.Base.setTwice "twice" this {
b0(this, value):
  x = div value, 2
  set_property{name=x} this, x
  return undefined
}
func @m.adder "adder" captures 1 {
b0(captured, n):
  r = add captured, n
  return r
}
func @m.plain "anonymous" {
b0(n):
  r = mul n, 2
  return r
}
`;

describe("objects", () => {
  table(
    [
      ["o = new{class=m.Base} 4; r = get_property{name=x} o", 4],
      ["o = new{class=m.Base} 4; r = get_property{name=twice} o", 8],
      ["o = new{class=m.Base} 4; set_property{name=twice} o, 6; r = get_property{name=x} o", 3],
      ['o = new{class=m.Derived} 4; r = call_method{name=name} o, "!"', "derived base!"],
      ['o = new{class=m.Base} 4; r = call_method{name=name} o, "!"', "base!"],
      ["o = new{class=m.Derived} 4; r = instance_of{class=m.Base} o", true],
      ["o = new{class=m.Base} 4; r = instance_of{class=m.Derived} o", false],
      ["o = new{class=m.Clone} 4; r = instance_of{class=m.Derived} o", true],
      ["r = instance_of{class=m.Base} undefined", false],
      ["o = new{class=m.Derived} 4; r = get_super{class=m.Derived, name=twice} o", 8],
      ["o = new_object{class=m.object1} 1, 2; r = get_property{name=b} o", 2],
      ["o = new_array{class=m.array1} 1, 2; r = get_property{name=length} o", 2],
      ["o = new_array_length{class=m.array1} 3; r = get_index o, 1", undefined],
      ["o = new_array{class=m.array1} 1; set_index o, 2, 5; r = get_property{name=length} o", 3],
      ['o = new_array{class=m.array1} 1, 2; r = call_method{name=join} o, "-"', "1-2"],
      ['r = get_index "abc", 1', "b"],
      ['r = call_method{name=charCodeAt} "abc", 1', 98],
    ],
    declarations,
  );

  test("objects print as they do on Node", () => {
    const output = new CollectedOutput();
    highResultOf(
      `${declarations}
func @f {
b0:
  o = new{class=m.Derived} 4
  p = new_object{class=m.object1} o, @m.plain
  v = call_builtin{name=console.log} "%d:", 1, p
  w = call_builtin{name=console.error} "problem"
  return undefined
}`,
      output,
    );
    const expected = "1: { a: Derived { x: 4, y: 'y' }, b: [Function (anonymous)] }\n";
    assert.equal(output.text(1), expected);
    assert.equal(output.text(2), "problem\n");
  });
});

describe("functions and globals", () => {
  table(
    [
      ["c = closure{class=m.adder} 10; r = call_value c, 5", 15],
      ["r = call_value @m.plain, 5, 6", 10],
      ["r = call_value @m.plain", Number.NaN],
      ["r = strict_equal @m.plain, @m.plain", true],
      ["a = closure{class=m.plain}; b = closure{class=m.plain}; r = strict_equal a, b", false],
      ["a = new_array{class=m.array1} 1, 2; b = call_method{name=map} a, @m.plain; r = get_index b, 1", 4],
      ["set_global{name=m.g} 7; check_global{name=m.g}; r = get_global{name=m.g}", 7],
      ["check_global{name=m.h}; r = get_global{name=m.h}", 5],
      ["r = call_builtin{name=Math.max} 1, 5, 3", 5],
      ["a = call_builtin{name=process.argv}; r = get_index a, 2", "x"],
    ],
    declarations,
  );

  test("iteration goes by code points", () => {
    const text = `func @f {
b0:
  it = iter_open "a\u{1F600}b"
  jump b1(0, "")
b1(cursor, text):
  step = iter_next it, cursor, undefined
  more = iter_more step
  branch more, b2, b3
b2:
  one = iter_value it, cursor, step
  next = iter_advance it, cursor
  longer = concat text, "[", one, "]"
  jump b1(next, longer)
b3:
  return text
}`;
    assert.equal(highResultOf(text), "[a][\u{1F600}][b]");
  });
});

const prelude = `
class @prelude.Error class "Error" {
  field message
  method constructor = @prelude.Error.constructor
}
func @prelude.Error.constructor this {
b0(this, message):
  define_field{class=prelude.Error, name=message} this, message
  return undefined
}
func @prelude.throwTypeError {
b0(message):
  e = new{class=prelude.Error} message
  raise e
}
func @prelude.throwRangeError {
b0(message):
  text = concat "range: ", message
  e = new{class=prelude.Error} text
  raise e
}
func @prelude.throwReferenceError {
b0(message):
  e = new{class=prelude.Error} message
  raise e
}
`;

describe("exceptions", () => {
  const messageOf = (operation: string, more = ""): unknown =>
    highResultOf(`${declarations}${prelude}${more}
func @f {
b0:
  ${operation}
  except b1, catch e => b2(e)
b1:
  return "nothing thrown"
b2(caught):
  known = instance_of{class=prelude.Error} caught
  branch known, b3, b4
b3:
  message = get_property{name=message} caught
  return message
b4:
  return caught
}`);

  const rows: readonly (readonly [string, string])[] = [
    ["r = get_property{name=x} undefined", "Cannot read properties of undefined (reading 'x')"],
    ["set_property{name=x} null, 1", "Cannot set properties of null (setting 'x')"],
    ["r = call_method{name=go} null", "Cannot read properties of null (reading 'go')"],
    ['r = call_method{name=go} "s"', "go is not a function"],
    ["r = call_value 5", "the value called is not a function"],
    ['r = call_value{shown="hooks.run"} 5', "hooks.run is not a function"],
    ['r = call_method{name=go, shown="text.go"} "s"', "text.go is not a function"],
    ["r = new_array_length{class=m.array1} -1", "range: Invalid array length"],
    ["check_global{name=m.g}", "Cannot access 'g' before initialization"],
    ["r = call{function=thrower}", "thrown"],
    ["r = call{function=forever}", "range: Maximum call stack size exceeded"],
  ];
  const more = `
func @thrower {
b0:
  raise "thrown"
}
func @forever {
b0:
  r = call{function=forever}
  return r
}
`;
  for (const [operation, message] of rows) {
    test(operation, () => assert.equal(messageOf(operation, more), message));
  }

  test("without a handler they leave the program", () => {
    assert.throws(
      () => highComputed("r = call{function=thrower}", more),
      (error) => error instanceof Thrown && error.value === "thrown",
    );
  });

  test("process.exit leaves it too", () => {
    assert.throws(
      () => highComputed("r = call_builtin{name=process.exit} 259"),
      (error) => error instanceof ExitSignal && error.exitCode === 3,
    );
  });
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseProgram } from "../../src/graph/parse.ts";
import { interpret } from "../../src/simulate/interpreter/interpret.ts";
import { StopSignal } from "../../src/simulate/interpreter/signals.ts";
import { computed, lowLevel, resultOf, ways } from "./interpreted.ts";

/** Strings as the constants of every program need them. */
const strings = `
struct @AnyString {
  field length: int
}
struct @String extends @AnyString item u8 {
  field hash: u32
  field wide: u32
}
struct @Bytes item u8 {
}
`;

function table(type: string, rows: readonly (readonly [string, unknown])[]): void {
  for (const [operations, expected] of rows) {
    const text = operations.replaceAll("; ", "\n");
    test(operations, () => assert.deepEqual(computed(type, text, strings), expected));
  }
}

describe("integers", () => {
  table("int", [
    ["r = int_add 2, 3", 5],
    ["r = int_mul -3, 0", 0],
    ["r = int_div -7, 2", -3],
    ["r = int_floor_div -7, 2", -4],
    ["r = int_mod -7, 2", -1],
    ["r = int_and 4294967297, 3", 1],
    ["r = int_shl 1, 31", -2147483648],
    ["r = int_shr_unsigned -1, 0", 4294967295],
    ["r = int_imul 65537, 65537", 131073],
    ["r = int_clz32 1", 31],
    ["r = int_add_checked 9007199254740990, 1", 9007199254740991],
    ["r = int_sub_checked -9007199254740990, 1", -9007199254740991],
    ["b = int_below -1, 5; r = bool_to_int b", 0],
    ["b = int_below 4, 5; r = bool_to_int b", 1],
    ["b = int_eq int:undefined, int:null; r = bool_to_int b", 0],
    ["b = int_eq int:null, int:null; r = bool_to_int b", 1],
    ["r: int = select true, 1, 2", 1],
  ]);

  test("a sum that leaves the range stops the program", () => {
    for (const sum of ["int_add_checked 9007199254740991, 1", "int_sub_checked -9007199254740991, 3"]) {
      const run = (): unknown => computed("int", `r = ${sum}`);
      assert.throws(run, (error) => error instanceof StopSignal && error.code === "integerRange");
    }
  });
});

describe("floats", () => {
  table("float", [
    ["r = float_div 1.0, 0.0", Number.POSITIVE_INFINITY],
    ["r = float_neg 0.0", -0],
    ["r = float_mod -5.5, 2.0", -1.5],
    ["r = float_min 0.0, -0.0", -0],
    ["r = float_round32 0.1", Math.fround(0.1)],
    ["h = float_high_word 1.5; l = float_low_word 1.5; r = float_from_words h, l", 1.5],
  ]);
  table("bool", [
    ["r = float_eq nan, nan", 0],
    ["r = float_same nan, nan", 1],
    ["r = float_same 0.0, -0.0", 0],
    ["r = float_is_int -0.0", 1],
    ["r = float_is_int 9007199254740992.0", 0],
    ["r = float_is_sentinel float:undefined, float:undefined", 1],
    ["r = float_is_sentinel float:undefined, float:null", 0],
    ["r = float_is_sentinel nan, float:undefined", 0],
    ["r = float_eq float:undefined, float:undefined", 0],
    ["r = float_ne float:null, float:null", 1],
    ["r = float_lt float:null, 1.0", 0],
  ]);
});

describe("values", () => {
  table("bool", [
    ["v = value_from_float -1.5; r = value_is_float v", 1],
    ["v = value_from_bool true; r = value_is_bool v", 1],
    ["v = value_from_bool true; r = value_to_bool v", 1],
    ["r = value_is_bool value:null", 0],
    ["r = value_is_float value:undefined", 0],
    ['v = value_from_ref "text"; r = value_is_ref v', 1],
    ["v = value_from_ref nil; r = value_is_ref v", 0],
    ["v = value_from_ref nil; r = value_eq v, value:undefined", 1],
    ['v = value_from_ref "a"; w = value_from_ref "a"; r = value_eq v, w', 1],
    ['v = value_from_ref "a"; w = value_from_ref "b"; r = value_eq v, w', 0],
    ["v = value_from_float nan; w = value_from_float float:null; r = value_eq v, w", 1],
    ["v = value_from_float 0.0; w = value_from_float -0.0; r = value_eq v, w", 0],
    ['v = value_from_ref "a"; p = value_to_ref v; r = ref_eq p, "a"', 1],
    ["r = ref_eq nil, ref:null", 0],
  ]);
});

const structs = `${strings}
struct @Cell zeroed {
  field i: int
  field f: float
  field b: bool
  field r: ref
  field v: value
  field c: code
  field small: u16
}
struct @Numbers item int {
}
struct @Values item value zeroed {
}
struct @Animal zeroed {
  vtable [@dog, none, @cat]
}
struct @Dog extends @Animal {
  field age: int
  vtable [@dog, none, @dog]
}
struct @Rock {
}

func @dog -> int {
b0(self: ref):
  return 1
}
func @cat -> int {
b0(self: ref):
  return 2
}
`;

describe("objects", () => {
  const fields: readonly (readonly [string, string, string, unknown])[] = [
    ["i", "int", "int:null", -(2 ** 63) + 2048],
    ["i", "int", "-9007199254740991", -9007199254740991],
    ["f", "float", "-0.5", -0.5],
    ["b", "bool", "bool:null", 3],
    ["v", "value", "value:true", true],
    ["v", "value", "value:null", null],
    ["small", "int", "65535", 65535],
  ];
  for (const [field, type, constant, expected] of fields) {
    test(`field ${field} holds ${constant}`, () => {
      const text = `o = allocate{struct=Cell}
set_field{struct=Cell, field=${field}} o, ${constant}
r: ${type} = get_field{struct=Cell, field=${field}} o`;
      assert.equal(computed(type, text, structs), expected);
    });
  }

  table2("bool", [
    // Sentinels pass through memory as they are.
    [
      "o = allocate{struct=Cell}; set_field{struct=Cell, field=f} o, float:null; x: float = get_field{struct=Cell, field=f} o; r = float_is_sentinel x, float:null",
      1,
    ],
    [
      "o = allocate{struct=Cell}; set_field{struct=Cell, field=f} o, nan; x: float = get_field{struct=Cell, field=f} o; r = float_is_sentinel x, float:null",
      0,
    ],
    ["o = allocate{struct=Cell}; x: ref = get_field{struct=Cell, field=r} o; r = ref_eq x, nil", 1],
    [
      "o = allocate{struct=Cell}; x: value = get_field{struct=Cell, field=v} o; r = value_eq x, value:undefined",
      1,
    ],
    [
      'o = allocate{struct=Cell}; v = value_from_ref "s"; set_field{struct=Cell, field=v} o, v; x: value = get_field{struct=Cell, field=v} o; r = value_eq x, v',
      1,
    ],
    ["o = allocate{struct=Dog}; r = ref_instance{struct=Animal} o", 1],
    ["o = allocate{struct=Animal}; r = ref_instance{struct=Dog} o", 0],
    ["o = allocate{struct=Rock}; r = ref_instance{struct=Animal} o", 0],
    ["o = allocate{struct=Dog}; t = ref_type o; r = int_eq t, typeid:Dog", 1],
    ["o = allocate{struct=Dog}; p = allocate{struct=Dog}; r = ref_eq o, p", 0],
    ["o = allocate{struct=Dog}; h = ref_identity o; k = ref_identity o; r = int_eq h, k", 1],
    ["r: bool = get_global{name=on}", 3],
  ]);
  table2("int", [
    ["o = allocate{struct=Dog}; m = ref_method{slot=2} o; r: int = call_indirect m, o", 1],
    [
      "o = allocate{struct=Animal}; m = ref_method{slot=2} o; r: int = call_indirect{functions=[cat, dog]} m, o",
      2,
    ],
    [
      "o = allocate{struct=Cell}; set_field{struct=Cell, field=c} o, @cat; m: code = get_field{struct=Cell, field=c} o; r: int = call_indirect m, o",
      2,
    ],
    ["o = allocate_items{struct=Numbers} 3; r = get_length{struct=Numbers} o", 3],
    [
      "o = allocate_items{struct=Numbers} 3; set_item{struct=Numbers} o, 2, 7; r: int = get_item{struct=Numbers} o, 2",
      7,
    ],
    ["o = allocate_items{struct=Numbers} 2; p = allocate_like o, 9; r = get_length{struct=Numbers} p", 9],
    ["r: int = get_item{struct=Numbers} static:table, 1", 20],
    [
      "s: ref = get_field{struct=Cell, field=r} static:cell; r: int = get_field{struct=AnyString, field=length} s",
      3,
    ],
    ['r: int = get_field{struct=AnyString, field=length} "añ☃"', 3],
    ['r = get_unit{struct=String, width=1} "añ", 1', 0xf1],
    ['r = get_unit{struct=String, width=2} "añ☃", 2', 0x2603],
    ['r = get_length{struct=String} "añ☃"', 6],
    [
      "o = allocate_items{struct=String} 4; set_unit{struct=String, width=2} o, 1, 40000; r = get_unit{struct=String, width=2} o, 1",
      40000,
    ],
    [
      "o = allocate_items{struct=Bytes} 8; set_bytes{struct=Bytes, type=i16} o, 1, 70000; r: int = get_bytes{struct=Bytes, type=i16} o, 1",
      4464,
    ],
    [
      "o = allocate_items{struct=Bytes} 8; set_bytes{struct=Bytes, type=u32} o, 3, -1; r: int = get_bytes{struct=Bytes, type=u32} o, 3",
      4294967295,
    ],
    ["set_global{name=counter} 5; x: int = get_global{name=counter}; r = int_add x, 1", 6],
    ["r: int = get_global{name=counter}", 41],
  ]);

  function table2(type: string, rows: readonly (readonly [string, unknown])[]): void {
    const declarations = `${structs}
global @counter: int = 41
global @on: bool = bool:null
static @table = Numbers {
  items [ 10, 20, 30 ]
}
static @cell = Cell {
  field r = "abc"
}
`;
    for (const [operations, expected] of rows) {
      test(operations, () =>
        assert.deepEqual(computed(type, operations.replaceAll("; ", "\n"), declarations), expected),
      );
    }
  }

  test("items are copied as if all at once, and cleared", () => {
    const text = `${structs}
static @source = Numbers {
  items [ 1, 2, 3, 4, 5 ]
}
func @f -> int {
b0:
  copy_items static:source, 1, static:source, 0, 4
  clear_items static:source, 4, 1
  jump b1(0, 0)
b1(i: int, sum: int):
  more = int_lt i, 5
  branch more, b2, b3
b2:
  ten = int_mul sum, 10
  x: int = get_item{struct=Numbers} static:source, i
  next = int_add ten, x
  j = int_add i, 1
  jump b1(j, next)
b3:
  return sum
}`;
    assert.equal(resultOf(text), 11230);
  });

  test("an index outside is a fault of Heddle, told with its place", () => {
    for (const way of ways) {
      const text = `${structs}
func @f -> int {
b0:
  o = allocate_items{struct=Numbers} 3
  r: int = get_item{struct=Numbers} o, 3
  return r
}`;
      assert.throws(
        () => lowLevel(text, way).call("f", []),
        /item 3 of a Numbers with 3\n {2}in f, at get_item/,
      );
    }
  });
});

describe("control", () => {
  test("arguments of a link are passed all at once", () => {
    const text = `func @f -> int {
b0:
  jump b1(0, 1, 2, 3, 4)
b1(i: int, a: int, b: int, c: int, d: int):
  more = int_lt i, 3
  j = int_add i, 1
  branch more, b1(j, b, c, d, a), b2
b2:
  x = int_mul a, 1000
  y = int_mul b, 100
  z = int_mul c, 10
  p = int_add x, y
  q = int_add z, d
  r = int_add p, q
  return r
}`;
    assert.equal(resultOf(text), 4123);
  });

  test("switch takes the case or the rest", () => {
    const text = `func @f -> int {
b0(x: int):
  switch x, 1: b1(10), -5: b1(20), else: b1(30)
b1(y: int):
  return y
}`;
    assert.deepEqual(
      [1, -5, 0].map((x) => resultOf(text, x)),
      [10, 20, 30],
    );
  });

  test("recursion goes deeper than Node's stack", () => {
    const text = `func @f -> int {
b0(n: int):
  zero = int_eq n, 0
  branch zero, b1, b2
b1:
  return 0
b2:
  m = int_sub n, 1
  s: int = call{function=f} m
  r = int_add s, n
  return r
}`;
    for (const way of ways) {
      assert.equal(lowLevel(text, way, undefined, 200_000).call("f", [100_000]), 5_000_050_000);
    }
  });

  test("a stop cannot be caught and has its code", () => {
    for (const way of ways) {
      const text = `func @f -> int {
b0:
  stop outOfRangeRead "told" !a.ts:3:4
}`;
      assert.throws(
        () => lowLevel(text, way).call("f", []),
        (error) => error instanceof StopSignal && error.message === "told" && error.place === "a.ts:3:4",
      );
    }
  });
});

describe("exceptions", () => {
  const text = `
func @thrower -> int {
b0(n: int):
  negative = int_lt n, 0
  branch negative, b1, b2
b1:
  x = int_to_float n
  v = value_from_float x
  raise v
b2:
  return n
}
func @between -> int {
b0(n: int):
  r: int = call{function=thrower} n
  s = int_add r, 1
  return s
}
func @f -> float {
b0(n: int):
  r: int = call{function=between} n
  except b1(r), catch e: value => b2(e)
b1(fine: int):
  x = int_to_float fine
  return x
b2(caught: value):
  y = value_to_float caught
  z = float_mul y, 100.0
  return z
}`;

  test("an exception passes functions without a handler and reaches one", () => {
    assert.equal(resultOf(text, 4), 5);
    assert.equal(resultOf(text, -3), -300);
  });

  test("a thrown undefined is an exception too", () => {
    const thrown = `
func @thrower -> void {
b0:
  raise value:undefined
}
func @f -> bool {
b0:
  call{function=thrower}
  except b1, catch e: value => b2(e)
b1:
  return false
b2(caught: value):
  r = value_eq caught, value:undefined
  return r
}`;
    assert.equal(resultOf(thrown), 1);
  });

  test("references in a frame survive the calls that it makes", () => {
    const kept = `${structs}
func @f -> int {
b0:
  o = allocate{struct=Dog}
  set_field{struct=Dog, field=age} o, 7
  p = allocate{struct=Cell}
  q = allocate{struct=Cell}
  set_field{struct=Cell, field=r} q, o
  s = allocate_items{struct=Values} 20
  v = value_from_ref q
  set_item{struct=Values} s, 3, v
  w: value = get_item{struct=Values} s, 3
  x = value_to_ref w
  y: ref = get_field{struct=Cell, field=r} x
  r: int = get_field{struct=Dog, field=age} y
  return r
}`;
    assert.equal(resultOf(kept), 7);
  });

  test("the end of the stack is a RangeError of the prelude", () => {
    const deep = `
func @prelude.throwRangeError -> void {
b0(message: ref, at: ref):
  v = value_from_ref message
  raise v
}
${structs}
func @forever -> int {
b0(n: int):
  m = int_add n, 1
  r: int = call{function=forever} m
  return r
}
func @f -> int {
b0:
  r: int = call{function=forever} 0
  except b1(0), catch e: value => b2(e)
b1(fine: int):
  return fine
b2(caught: value):
  s = value_to_ref caught
  length: int = get_field{struct=AnyString, field=length} s
  return length
}`;
    assert.equal(resultOf(deep), "Maximum call stack size exceeded".length);
  });
});

describe("raw memory and services", () => {
  table("int", [
    ["m: int = call_native{name=allocate_bytes} 16; store{width=i64} m, -5; r: int = load{width=i64} m", -5],
    ["m: int = call_native{name=allocate_bytes} 16; store{width=u8} m, 511; r: int = load{width=u8} m", 255],
    ["m: int = call_native{name=allocate_bytes} 16; store{width=i32} m, -2; r: int = load{width=i32} m", -2],
    [
      "m: int = call_native{name=allocate_bytes} 16; store{width=i32} m, -2; r: int = load{width=u32} m",
      4294967294,
    ],
    [
      "m: int = call_native{name=allocate_bytes} 16; clear_bytes m, 16; n = int_add m, 8; store{width=u16} m, 300; copy_bytes n, m, 2; r: int = load{width=u16} n",
      300,
    ],
    ["set_state{field=gcStress} 12; r = get_state{field=gcStress}", 12],
    ["r: int = call_native{name=argument_count}", 3],
    [
      "a: int = call_native{name=argument_address} 2; n: int = call_native{name=argument_length} 2; e = int_add a, n; l = int_sub e, 1; r: int = load{width=u8} l",
      0xb6,
    ],
  ]);

  test("what is written goes out as bytes", async () => {
    const { CollectedOutput } = await import("../../src/simulate/interpreter/output.ts");
    const output = new CollectedOutput();
    const text = `func @f -> void {
b0:
  a: int = call_native{name=argument_address} 1
  n: int = call_native{name=argument_length} 1
  done: int = call_native{name=write} 1, a, n
  done2: int = call_native{name=write} 2, a, 2
  return
}`;
    lowLevel(text, "woven 8", output).call("f", []);
    assert.equal(output.text(1), "first");
    assert.equal(output.text(2), "fi");
  });

  test("what stands behind a new object is not its own", () => {
    const text = `${structs}
func @f -> int {
b0:
  o = allocate{struct=Dog}
  a = ref_to_address o
  p = int_add a, 32
  r: int = load{width=i64} p
  return r
}`;
    for (const way of ["woven 8", "woven 4"] as const) {
      assert.throws(() => lowLevel(text, way).call("f", []), /read of 8 bytes .* holds no object now/);
    }
  });

  test("the simulator below names a bad access", () => {
    const text = `func @f -> int {
b0:
  m: int = call_native{name=allocate_bytes} 8
  call_native{name=free_bytes} m
  r: int = load{width=i64} m
  return r
}`;
    for (const way of ways)
      assert.throws(() => lowLevel(text, way).call("f", []), /freed.*\n {2}in f, at load/);
  });
});

test("objects that take memory of their own are told of, with their items", () => {
  const text = `program low @main
struct @P {
  field x: int
}
struct @Items item int {
}
func @main -> void {
b0:
  p = allocate{struct=P}
  q = allocate_local{struct=P}
  i = allocate_items{struct=Items} 3
  j: ref = allocate_like i, 5
  set_field{struct=P, field=x} p, 1
  set_field{struct=P, field=x} q, 1
  set_item{struct=Items} j, 0, 1
  return
}
`;
  const told: [string, number][] = [];
  interpret(parseProgram(text), { onAllocation: ({ name }, length) => told.push([name, length]) });
  assert.deepEqual(told, [
    ["P", 0],
    ["Items", 3],
    ["Items", 5],
  ]);
});

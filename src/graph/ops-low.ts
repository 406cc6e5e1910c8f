/**
 * The operations of the low and woven levels, on machine types. Only calls can raise; everything that can go wrong
 * otherwise has been made explicit by branches when lowering. Integers hold what JavaScript numbers can hold exactly
 * (±(2^53-1)) plus the two sentinels, so that a graph also runs on Node.
 */
import type { OpInfo } from "./op-info.ts";

const pure = { effect: "none", level: "low", cost: 1 } as const;
const int2 = { ...pure, args: ["int", "int"], result: "int" } as const;
const intTest = { ...pure, args: ["int", "int"], result: "bool" } as const;
const float1 = { ...pure, args: ["float"], result: "float" } as const;
const float2 = { ...pure, args: ["float", "float"], result: "float", cost: 2 } as const;
const floatTest = { ...pure, args: ["float", "float"], result: "bool" } as const;
const reads = { effect: "reads", level: "low", cost: 1 } as const;
const writes = { effect: "writes", level: "low", cost: 1 } as const;
/** A loop over words. */
const row = { ...writes, cost: 40 } as const;
const open = { effect: "writes", level: "low", raises: true, collects: true, cost: 5 } as const;

export const lowOps = {
  // Integers. The unchecked ones are proved not to leave ±(2^53-1) (system code: not to leave 64 bits).
  int_add: int2,
  int_sub: int2,
  int_mul: { ...int2, cost: 3 },
  /** Stop the program (`integerRange`) if the result leaves ±(2^53-1). */
  int_add_checked: { ...int2, effect: "writes", stops: true, cost: 3 },
  int_sub_checked: { ...int2, effect: "writes", stops: true, cost: 3 },
  /** Truncating division and its remainder (sign of the dividend); the divisor is not 0. */
  int_div: { ...int2, cost: 20 },
  int_mod: { ...int2, cost: 20 },
  /** Division rounding down; the divisor is not 0. */
  int_floor_div: { ...int2, cost: 22 },
  int_neg: { ...pure, args: ["int"], result: "int" },
  int_min: { ...int2, cost: 2 },
  int_max: { ...int2, cost: 2 },
  int_abs: { ...pure, args: ["int"], result: "int", cost: 2 },
  // JavaScript's 32-bit operators: operands are taken modulo 2^32, results are int32 (`int_shr_unsigned`: uint32).
  int_and: int2,
  int_or: int2,
  int_xor: int2,
  int_not: { ...pure, args: ["int"], result: "int" },
  int_shl: int2,
  int_shr: int2,
  int_shr_unsigned: int2,
  /** Math.imul. */
  int_imul: int2,
  /** Math.clz32. */
  int_clz32: { ...pure, args: ["int"], result: "int" },
  int_eq: intTest,
  int_ne: intTest,
  int_lt: intTest,
  int_le: intTest,
  int_gt: intTest,
  int_ge: intTest,
  /** 0 <= a < b by one unsigned compare. */
  int_below: intTest,
  int_to_float: { ...pure, args: ["int"], result: "float" },

  // Floats.
  float_add: float2,
  float_sub: float2,
  float_mul: float2,
  float_div: { ...float2, cost: 8 },
  /** JavaScript's %, C's fmod. */
  float_mod: { ...float2, cost: 30 },
  float_neg: float1,
  float_abs: float1,
  float_sqrt: { ...float1, cost: 8 },
  float_floor: float1,
  float_ceil: float1,
  float_trunc: float1,
  /** Math.fround. */
  float_round32: float1,
  /** Math.min and Math.max with their rules for NaN and -0. */
  float_min: float2,
  float_max: float2,
  float_eq: floatTest,
  float_ne: floatTest,
  float_lt: floatTest,
  float_le: floatTest,
  float_gt: floatTest,
  float_ge: floatTest,
  /** Object.is for two doubles: NaN equals NaN, 0 and -0 differ. */
  float_same: floatTest,
  /** The double is known to be integral and within ±(2^53-1). */
  float_to_int: { ...pure, args: ["float"], result: "int" },
  /** True if the double is an integer within ±(2^53-1); -0 counts. */
  float_is_int: { ...pure, args: ["float"], result: "bool", cost: 3 },
  /** ToInt32 of any double. */
  float_to_int32: { ...pure, args: ["float"], result: "int", cost: 4 },
  /** Bits: the signed high word, the unsigned low word, and a double from two words. */
  float_high_word: { ...pure, args: ["float"], result: "int" },
  float_low_word: { ...pure, args: ["float"], result: "int" },
  float_from_words: { ...pure, args: ["int", "int"], result: "float" },

  // Booleans.
  bool_not: { ...pure, args: ["bool"], result: "bool" },
  bool_and: { ...pure, args: ["bool", "bool"], result: "bool" },
  bool_or: { ...pure, args: ["bool", "bool"], result: "bool" },
  /** Equality of booleans, sentinels included. */
  bool_eq: { ...pure, args: ["bool", "bool"], result: "bool" },
  bool_to_int: { ...pure, args: ["bool"], result: "int" },
  /** The bit pattern of a float equals that of a sentinel constant (`float:undefined`, `float:null`). */
  float_is_sentinel: { ...pure, args: ["float", "float"], result: "bool" },
  /** One of two values, both computed: condition, then, else. All of one machine type. */
  select: { ...pure, args: ["bool", "any", "any"], result: "any" },

  // References.
  ref_eq: { ...pure, args: ["ref", "ref"], result: "bool" },
  ref_ne: { ...pure, args: ["ref", "ref"], result: "bool" },
  /** The type id in the header; equals the constant `typeid:STRUCT` for an object of exactly that struct. */
  ref_type: { ...reads, effect: "none", args: ["ref"], result: "int" },
  /** The object is of this class or a subclass: its number lies within the class's interval. */
  ref_instance: { ...pure, args: ["ref"], result: "bool", cost: 4, attributes: { struct: "string" } },
  /** The number of the method for the classes of two objects, or what is below zero without one (dispatch-table.ts). */
  dispatch: { ...reads, args: ["ref", "ref"], result: "int", cost: 10, attributes: { methods: "list" } },
  /** Identity hash, a number that stays with the object for life. */
  ref_identity: { ...reads, args: ["ref"], result: "int" },
  /** A code pointer of the object's vtable. `slot` counts from 0; the program's structs say which function stands there. */
  ref_method: {
    ...reads,
    effect: "none",
    args: ["ref"],
    result: "code",
    cost: 2,
    attributes: { slot: "number" },
  },

  // Values: 64-bit words that hold anything. Conversions from a value are unchecked: test first.
  value_from_float: { ...pure, args: ["float"], result: "value", cost: 2 },
  value_from_bool: { ...pure, args: ["bool"], result: "value" },
  value_from_ref: { ...pure, args: ["ref"], result: "value", cost: 0 },
  /** Of a word that is no object itself (`value_is_tagged`). */
  value_is_float: { ...pure, args: ["value"], result: "bool" },
  value_is_bool: { ...pure, args: ["value"], result: "bool" },
  value_is_ref: { ...pure, args: ["value"], result: "bool", cost: 2 },
  value_to_float: { ...pure, args: ["value"], result: "float", cost: 2 },
  value_to_bool: { ...pure, args: ["value"], result: "bool" },
  value_to_ref: { ...pure, args: ["value"], result: "ref", cost: 0 },
  /** An object of the tagged class with this number (graph/tagged.ts), in the word itself; the int fits (`fitsWord`). */
  value_from_tagged: { ...pure, args: ["int"], result: "value", attributes: { tag: "number" } },
  /** The word is an object: of the class with this number, or of any tagged class. */
  value_is_tagged: { ...pure, args: ["value"], result: "bool", attributes: { tag: "number?" } },
  value_to_tagged: { ...pure, args: ["value"], result: "int" },
  /** Same bits; with a constant operand it tests for undefined, null, true or false. */
  value_eq: { ...pure, args: ["value", "value"], result: "bool" },

  // Objects. Structs and their fields are declared in the program.
  get_field: { ...reads, args: ["ref"], result: "any", attributes: { struct: "string", field: "string" } },
  set_field: {
    ...writes,
    args: ["ref", "any"],
    result: "void",
    attributes: { struct: "string", field: "string" },
  },
  /** Item of an object with items; the index is within 0..length-1. */
  get_item: { ...reads, args: ["ref", "int"], result: "any", attributes: { struct: "string" } },
  set_item: { ...writes, args: ["ref", "int", "any"], result: "void", attributes: { struct: "string" } },
  get_length: { ...reads, effect: "none", args: ["ref"], result: "int", attributes: { struct: "string" } },
  /** An item read as it is stored at any width: the struct's items are bytes, `width` is 1 or 2, the index in units of it. */
  get_unit: {
    ...reads,
    args: ["ref", "int"],
    result: "int",
    attributes: { struct: "string", width: "number" },
  },
  set_unit: {
    ...writes,
    args: ["ref", "int", "int"],
    result: "void",
    attributes: { struct: "string", width: "number" },
  },
  /** How many bytes are the same from two places on, of at most n: object, start, object, start, n. Items are bytes. */
  same_units: {
    ...reads,
    cost: 10,
    args: ["ref", "int", "ref", "int", "int"],
    result: "int",
    attributes: { struct: "string" },
  },
  /** The first place of a byte from a start on and before an end, or the end: object, start, end, byte. Items are bytes. */
  find_unit: {
    ...reads,
    cost: 10,
    args: ["ref", "int", "int", "int"],
    result: "int",
    attributes: { struct: "string" },
  },
  /**
   * A number among bytes, little endian: the struct's items are bytes, the offset counts them and need not be aligned,
   * `type` is one of `byteTypes` (byte-types.ts). Integers are cut to the width when they are written.
   */
  get_bytes: {
    ...reads,
    args: ["ref", "int"],
    result: "any",
    attributes: { struct: "string", type: "string" },
  },
  set_bytes: {
    ...writes,
    args: ["ref", "int", "any"],
    result: "void",
    attributes: { struct: "string", type: "string" },
  },
  /**
   * Reference fields are nil and value fields undefined at birth if the struct says `zeroed`; all else is undetermined.
   * A `managed` object lies outside the collected heap, until it is freed by hand.
   */
  allocate: {
    effect: "allocates",
    level: "low",
    collects: true,
    cost: 5,
    args: [],
    result: "ref",
    attributes: { struct: "string", managed: "boolean?" },
  },
  /**
   * An object whose memory is the function's frame, made anew each time; nothing refers to it when the function is left, nor
   * to the one before it when the operation comes again. Without items, weak fields or a finalizer.
   */
  allocate_local: {
    effect: "allocates",
    level: "low",
    cost: 2,
    args: [],
    result: "ref",
    attributes: { struct: "string" },
  },
  /** An object with that many items (0 <= n < 2^32); reference and value items are nil/0 at birth, others undetermined. */
  allocate_items: {
    effect: "allocates",
    level: "low",
    collects: true,
    cost: 10,
    args: ["int"],
    result: "ref",
    attributes: { struct: "string" },
  },
  /** An object of the same struct as the operand with that many items: growth of arrays without knowing the item type. */
  allocate_like: {
    effect: "allocates",
    level: "low",
    collects: true,
    cost: 15,
    args: ["ref", "int"],
    result: "ref",
  },
  /** Moves n items between objects with the same item type, overlapping allowed: target, start, source, start, n. Has its own barrier. */
  copy_items: { ...writes, cost: 20, args: ["ref", "int", "ref", "int", "int"], result: "void" },
  /** Sets n items from a start to nil, undefined, 0 bits: object, start, n. */
  clear_items: { ...writes, cost: 10, args: ["ref", "int", "int"], result: "void" },

  /** A full collection, where the collector knows of one. */
  collect_all: { effect: "writes", level: "low", collects: true, cost: 100, args: [], result: "void" },
  /** Writes a picture of the heap into a file, whose name's address is given; 0 where that cannot be. */
  dump_heap: { effect: "writes", level: "low", collects: true, cost: 100, args: ["int"], result: "int" },
  /** From now on the object stays where it is; false if the collector cannot promise that. */
  pin: { effect: "writes", level: "low", collects: true, cost: 20, args: ["ref"], result: "bool" },

  // Rows of 64-bit words, the least significant first, in objects whose items are bytes; places and counts are in words
  // and need not be on borders of 8 bytes in memory. A row may be its own target.
  /** target, at, a, from, count, b, from, count (at most a's): target = a + b; gives the carry. */
  words_add: { ...row, args: ["ref", "int", "ref", "int", "int", "ref", "int", "int"], result: "int" },
  /** The same for a - b; gives the borrow. */
  words_subtract: { ...row, args: ["ref", "int", "ref", "int", "int", "ref", "int", "int"], result: "int" },
  /** target, at, a, from, count, b, index: target += a * b[index]; the word behind becomes the carry. */
  words_multiply_add: { ...row, args: ["ref", "int", "ref", "int", "int", "ref", "int"], result: "void" },
  /** The same for target -= a * b[index], the word behind included; gives the borrow out of that. */
  words_multiply_subtract: { ...row, args: ["ref", "int", "ref", "int", "int", "ref", "int"], result: "int" },
  /** target, at, source, from, count, bits: shifted by 0 to 63 bits; to the left with one word more. */
  words_shift_left: { ...row, args: ["ref", "int", "ref", "int", "int", "int"], result: "void" },
  words_shift_right: { ...row, args: ["ref", "int", "ref", "int", "int", "int"], result: "void" },
  /** quotient, at, dividend, from, count, divisor, index, rest: by one word, not 0; rest[0] becomes the remainder. */
  words_divide: { ...row, args: ["ref", "int", "ref", "int", "int", "ref", "int", "ref"], result: "void" },
  /** quotient, index, dividend, top, divisor, count: the guess of Knuth's step D3 (bigint-primitives.ts). */
  words_guess: { ...row, args: ["ref", "int", "ref", "int", "ref", "int"], result: "void" },
  /** Of a word that is not 0: ref, index. */
  words_leading_zeros: { ...reads, args: ["ref", "int"], result: "int" },

  // Globals.
  get_global: { ...reads, args: [], result: "any", attributes: { name: "string" } },
  set_global: { ...writes, args: ["any"], result: "void", attributes: { name: "string" } },

  // Calls.
  call: { ...open, args: ["...any"], result: "any", attributes: { function: "string" } },
  /** Operands: code, arguments. `functions` lists every possible callee where known. */
  call_indirect: {
    ...open,
    args: ["code", "...any"],
    result: "any",
    cost: 8,
    attributes: { functions: "list?" },
  },
  /** A function of the C part, by name; never raises, never collects. */
  call_native: {
    effect: "io",
    level: "low",
    cost: 20,
    args: ["...any"],
    result: "any",
    attributes: { name: "string" },
  },

  // Raw memory, for system code: address, value.
  load: { ...reads, args: ["int"], result: "any", attributes: { width: "string" } },
  store: { ...writes, args: ["int", "any"], result: "void", attributes: { width: "string" } },
  copy_bytes: { ...writes, args: ["int", "int", "int"], result: "void", cost: 10 },
  clear_bytes: { ...writes, args: ["int", "int"], result: "void", cost: 10 },
  ref_to_address: { ...pure, args: ["ref"], result: "int", cost: 0, address: true },
  address_to_ref: { ...pure, args: ["int"], result: "ref", cost: 0, address: true },
  /** A word of the one struct at a known address (free pointer, limit, roots, pending exception). */
  get_state: { ...reads, args: [], result: "int", attributes: { field: "string" } },
  set_state: { ...writes, args: ["int"], result: "void", attributes: { field: "string" } },

  // Made by weave.
  /** The pending exception, as a value; `take` also clears it. */
  exception_pending: { effect: "reads", level: "woven", cost: 1, args: [], result: "bool" },
  exception_take: { effect: "writes", level: "woven", cost: 2, args: [], result: "value" },
  exception_set: { effect: "writes", level: "woven", cost: 1, args: ["value"], result: "void" },
  /** True if the stack has come near its end. */
  stack_low: { effect: "reads", level: "woven", cost: 2, args: [], result: "bool" },
  /**
   * Shadow stack: reserve n slots, give them back; slot `index` counts from the top down. It holds a reference, a value or a
   * word of root-words.ts.
   */
  roots_enter: {
    effect: "writes",
    level: "woven",
    cost: 2,
    args: [],
    result: "void",
    attributes: { slots: "number" },
  },
  roots_leave: {
    effect: "writes",
    level: "woven",
    cost: 2,
    args: [],
    result: "void",
    attributes: { slots: "number" },
  },
  root_save: {
    effect: "writes",
    level: "woven",
    cost: 1,
    args: ["any"],
    result: "void",
    attributes: { index: "number" },
  },
  root_load: {
    effect: "reads",
    level: "woven",
    cost: 1,
    args: [],
    result: "any",
    attributes: { index: "number" },
  },
  /** An exception starts (`start` true) or passes here: `place` goes into the ring of places that stack traces show. */
  trace: {
    effect: "writes",
    level: "woven",
    cost: 3,
    args: [],
    result: "void",
    attributes: { place: "string", start: "boolean?" },
  },
  /** The address of memory in the function's frame for an object of a struct; each operation has its own. */
  frame_memory: {
    effect: "reads",
    level: "woven",
    cost: 1,
    args: [],
    result: "int",
    attributes: { struct: "string" },
  },
  /** Writes a new object's header and gives its reference: address, type id. */
  object_at: { effect: "writes", level: "woven", cost: 1, args: ["int", "int"], result: "ref" },
} as const satisfies Record<string, OpInfo>;

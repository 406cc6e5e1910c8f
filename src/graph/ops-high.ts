/**
 * The operations of the high and typed levels: JavaScript's own, on values of any kind. Their meaning is what the
 * ECMAScript specification says; annotate resolves what each can do from the types of its operands.
 */
import type { OpInfo } from "./op-info.ts";

const pure = { effect: "none", level: "high", cost: 1 } as const;
/** An operation that may run user code (valueOf, accessors) or throw. */
const open = { effect: "writes", level: "high", raises: true, collects: true, cost: 3 } as const;

export const highOps = {
  // Arithmetic, on numbers after conversion; `add` also concatenates.
  /** `step`, here and below: of `++` and `--`; the 1 stands for 1n beside a BigInt, which `to_number` leaves as it is. */
  add: { ...open, args: ["any", "any"], result: "any", attributes: { step: "boolean?" } },
  sub: { ...open, args: ["any", "any"], result: "any", attributes: { step: "boolean?" } },
  mul: { ...open, args: ["any", "any"], result: "any" },
  div: { ...open, args: ["any", "any"], result: "any" },
  mod: { ...open, args: ["any", "any"], result: "any" },
  pow: { ...open, args: ["any", "any"], result: "any" },
  neg: { ...open, args: ["any"], result: "any" },
  to_number: { ...open, args: ["any"], result: "any", attributes: { step: "boolean?" } },
  bit_and: { ...open, args: ["any", "any"], result: "any" },
  bit_or: { ...open, args: ["any", "any"], result: "any" },
  bit_xor: { ...open, args: ["any", "any"], result: "any" },
  bit_not: { ...open, args: ["any"], result: "any" },
  shift_left: { ...open, args: ["any", "any"], result: "any" },
  shift_right: { ...open, args: ["any", "any"], result: "any" },
  shift_right_unsigned: { ...open, args: ["any", "any"], result: "any" },

  // Comparison and tests; results are booleans.
  less: { ...open, args: ["any", "any"], result: "any" },
  less_equal: { ...open, args: ["any", "any"], result: "any" },
  greater: { ...open, args: ["any", "any"], result: "any" },
  greater_equal: { ...open, args: ["any", "any"], result: "any" },
  strict_equal: { ...pure, args: ["any", "any"], result: "any" },
  strict_not_equal: { ...pure, args: ["any", "any"], result: "any" },
  /** `==`; besides equal kinds only comparison with null and undefined is in the language. */
  loose_equal: { ...pure, args: ["any", "any"], result: "any" },
  loose_not_equal: { ...pure, args: ["any", "any"], result: "any" },
  /** ToBoolean. `not` is its negation. The condition of a `branch` is always a boolean made by such an operation. */
  truthy: { ...pure, args: ["any"], result: "any" },
  not: { ...pure, args: ["any"], result: "any" },
  typeof: { ...pure, args: ["any"], result: "any" },
  /** `x instanceof C` for a class known by name; clones of a generic class all count. */
  instance_of: { ...pure, args: ["any"], result: "any", attributes: { class: "string" } },
  /** `x instanceof c` where c is a class as a value; a TypeError if it is no function. */
  instance_of_value: { ...open, args: ["any", "any"], result: "any" },

  // Strings.
  /**
   * ToPrimitive; annotate puts it before operators whose operand may be an object. `hint`: `default` or `number`. The
   * operators' operands are objects only at the high level.
   */
  to_primitive: { ...open, args: ["any"], result: "any", attributes: { hint: "string" } },
  /** ToString, as in a template literal. */
  to_string: { ...open, args: ["any"], result: "any" },
  /** Concatenates strings (results of `to_string` and string constants). */
  concat: {
    effect: "allocates",
    level: "high",
    raises: true,
    collects: true,
    cost: 5,
    args: ["...any"],
    result: "any",
  },

  // Properties. The name is known; names that are computed are indices.
  /**
   * With `check` nothing is read: only null and undefined throw. With `own` nothing is found that all objects inherit. `pattern` is the text of what a pattern takes apart, empty
   * for an argument.
   */
  get_property: {
    ...open,
    args: ["any"],
    result: "any",
    attributes: { name: "string", check: "boolean?", pattern: "string?", own: "boolean?" },
  },
  /** `initial`: part of an object literal, behind a spread or computed name. */
  set_property: {
    ...open,
    args: ["any", "any"],
    result: "void",
    attributes: { name: "string", initial: "boolean?" },
  },
  /** A class field with or without initialiser: [[Define]], never a setter. `class` is where it is declared. */
  define_field: {
    effect: "writes",
    level: "high",
    cost: 1,
    args: ["any", "any"],
    result: "void",
    attributes: { class: "string", name: "string" },
  },
  /**
   * `within`: annotate has proved that the index is one of the receiver's. `outside`: what all uses take as they would
   * take the undefined of a read beyond the end (annotate/reads/outside-reads.ts).
   */
  get_index: {
    ...open,
    args: ["any", "any"],
    result: "any",
    attributes: { within: "boolean?", outside: "string?" },
  },
  set_index: { ...open, args: ["any", "any", "any"], result: "void", attributes: { within: "boolean?" } },
  /** `super.name` as a value or accessor; `class` is the class whose parent is asked. Operand: this. */
  get_super: { ...open, args: ["any"], result: "any", attributes: { class: "string", name: "string" } },
  set_super: {
    ...open,
    args: ["any", "any"],
    result: "void",
    attributes: { class: "string", name: "string" },
  },

  /** `name in object`. */
  has_property: { ...open, args: ["any", "any"], result: "any" },
  /** `delete object[name]`. */
  delete_property: { ...open, args: ["any", "any"], result: "any" },
  /** The own properties of the second object, but for those `excluded` by name, become properties of the first. */
  copy_properties: {
    ...open,
    args: ["any", "any"],
    result: "void",
    attributes: { excluded: "list?", initial: "boolean?" },
  },

  // Calls. `types`, where present, is a list of type-argument keys that only choose a clone (see program.ts).
  /** A known function that captures nothing and is never reassigned; operands: arguments. Also constructors: `super(…)` passes `this` first. */
  call: { ...open, args: ["...any"], result: "any", attributes: { function: "string", types: "list?" } },
  /**
   * A function value; `this` is undefined, or with `self` the operand after the callee. Operands: callee, arguments.
   * `shown`: "… is not a function" begins with it.
   * `spread`, here and below: the last operand is an array of further arguments. A callee whose graph has the note
   * `rest` gets the arguments from its last parameter on as an array of that class; `call` and `new` pass it ready made.
   */
  call_value: {
    ...open,
    args: ["any", "...any"],
    result: "any",
    attributes: { shown: "string?", spread: "boolean?", self: "boolean?" },
  },
  /**
   * `receiver.name(arguments)`: method, function-valued field, or built-in method of strings, arrays, numbers. `shown` as
   * in `call_value`. `library`, at the typed level: functions of the prelude for kinds of receivers, as `arrays=function`.
   */
  call_method: {
    ...open,
    args: ["any", "...any"],
    result: "any",
    attributes: {
      name: "string",
      types: "list?",
      shown: "string?",
      spread: "boolean?",
      library: "list?",
    },
  },
  /** `super.name(arguments)`: operands: this, arguments. */
  call_super: {
    ...open,
    args: ["any", "...any"],
    result: "any",
    attributes: { class: "string", name: "string", spread: "boolean?" },
  },
  /** A function of the language's library, by its name in builtins.ts. */
  call_builtin: { ...open, args: ["...any"], result: "any", attributes: { name: "string" } },
  /** `new callee(arguments)` where the callee is a class as a value; `shown` as in `call_value`. */
  new_value: {
    ...open,
    args: ["any", "...any"],
    result: "any",
    attributes: { shown: "string?", spread: "boolean?" },
  },
  /**
   * The number of the method, of pairs of classes with a blank between, that is nearest to the classes of two objects
   * (dispatch-table.ts); a TypeError without one, or with several. `name` is what the error calls it.
   */
  dispatch: {
    ...open,
    args: ["any", "any"],
    result: "any",
    attributes: { name: "string", methods: "list" },
  },
  /** Makes an instance and runs the constructor. */
  new: { ...open, args: ["...any"], result: "any", attributes: { class: "string", types: "list?" } },

  // Creation. Each site names a class of its own (kind literal, array or closure).
  /** An object literal: operands are the values of the class's fields in order. */
  new_object: {
    effect: "allocates",
    level: "high",
    collects: true,
    cost: 5,
    args: ["...any"],
    result: "any",
    attributes: { class: "string" },
  },
  /** An array literal: operands are the elements. */
  new_array: {
    effect: "allocates",
    level: "high",
    collects: true,
    cost: 5,
    args: ["...any"],
    result: "any",
    attributes: { class: "string" },
  },
  /** `new Array(n)`: n holes (RangeError on a bad length). */
  new_array_length: { ...open, args: ["any"], result: "any", attributes: { class: "string" } },
  /** A function value: operands are the captured values (or cells), in the order of the graph's first parameters. */
  closure: {
    effect: "allocates",
    level: "high",
    collects: true,
    cost: 5,
    args: ["...any"],
    result: "any",
    attributes: { class: "string" },
  },

  // Module variables.
  get_global: {
    effect: "reads",
    level: "high",
    cost: 1,
    args: [],
    result: "any",
    attributes: { name: "string" },
  },
  set_global: {
    effect: "writes",
    level: "high",
    cost: 1,
    args: ["any"],
    result: "void",
    attributes: { name: "string" },
  },
  /** Throws a ReferenceError if the let, const or class has not been initialised; annotate removes it where it cannot fire. */
  check_global: {
    effect: "reads",
    level: "high",
    raises: true,
    cost: 1,
    args: [],
    result: "void",
    attributes: { name: "string", shown: "string?" },
  },

  // Iteration. Arrays and strings are their own iterators with an index as cursor, which starts at 0; so are generators,
  // of which the frame is resumed directly. Any other object is asked for an iterator by its method `@@iterator`.
  /** `shown` is the text of what is iterated. */
  iter_open: {
    ...open,
    args: ["any"],
    result: "any",
    attributes: { shown: "string?", spread: "boolean?", hasLength: "boolean?" },
  },
  /** Goes on: iterator, cursor, what `next` passes in. Gives whether there is a value, or the object that `next` returned. */
  iter_next: { ...open, args: ["any", "any", "any"], result: "any" },
  /** Operand: what `iter_next` gave. */
  iter_more: { ...open, args: ["any"], result: "any" },
  /** Operands: iterator, cursor, what `iter_next` gave. */
  iter_value: { ...open, args: ["any", "any", "any"], result: "any" },
  iter_advance: { ...open, args: ["any", "any"], result: "any" },
  /** `return` and `throw` of the iterator with a value. Give the same as `iter_next`; without such a method false or a TypeError. */
  iter_return: { ...open, args: ["any", "any"], result: "any" },
  iter_throw: { ...open, args: ["any", "any"], result: "any" },
  /** What an iterator that has ended returned: iterator, what `iter_next` gave, what else it is if there is nothing. */
  iter_result: { ...open, args: ["any", "any", "any"], result: "any" },

  /**
   * Gives control back to the caller until the frame is resumed: frame, what this activation returns. `class` is the
   * frame's, `state` its state then. The room `suspend` splits functions at these before anything else looks at them.
   */
  suspend: {
    effect: "io",
    level: "high",
    collects: true,
    cost: 5,
    args: ["any", "any"],
    result: "void",
    attributes: { class: "string", state: "number?" },
  },

  /**
   * The same value, known to have passed a test: the frontend gives a tested local variable a new name at the start
   * of each branch. `test` is one of: undefined not_undefined null not_null nullish not_nullish truthy falsy typeof
   * (with `kind`: number string boolean object function undefined) not_typeof instance (with `class`) not_instance
   * less less_equal greater greater_equal (second operand: what it was compared with) equal not_equal (second operand)
   * integer safe_integer array not_array. With `unordered`, one of the numbers may be NaN instead: it is the branch on
   * which the opposite comparison did not hold. With `member` not the value itself has passed the test but the property
   * of that name that was read of it. A test of something that was read from memory gives a new name to what was read.
   */
  refine: {
    ...pure,
    cost: 0,
    args: ["any", "...any"],
    result: "any",
    attributes: {
      test: "string",
      kind: "string?",
      class: "string?",
      unordered: "boolean?",
      member: "string?",
    },
  },
} as const satisfies Record<string, OpInfo>;

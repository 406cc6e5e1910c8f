/**
 * Each operation as a C expression (or statement, where it has no result). Operands come as C expressions without side
 * effects, so a text may use one twice.
 */
import type { ByteTypeName } from "../../graph/byte-types.ts";
import type { Operation } from "../../graph/graph.ts";
import type { LowOpName } from "../../graph/ops.ts";
import { printSpan } from "../../source/span.ts";
import { cName, cString } from "./names.ts";
import { operandType } from "./operands.ts";
import { cType, machine } from "./types.ts";

type Emit = (a: readonly string[], operation: Operation) => string;

const binary =
  (symbol: string): Emit =>
  (a) =>
    `${a[0]} ${symbol} ${a[1]}`;
const call =
  (name: string): Emit =>
  (a) =>
    `${name}(${a.join(", ")})`;
/** Stops at the operation's place. */
const checked =
  (name: string): Emit =>
  (a, { span }) =>
    `${name}(${a.join(", ")}, ${cString(span ? printSpan(span) : "an addition or subtraction")})`;
/** JavaScript's 32-bit operators: compute modulo 2^32, sign-extend. */
const int32 =
  (symbol: string): Emit =>
  (a) =>
    `(int64_t)(int32_t)((uint32_t)${paren(a[0])} ${symbol} (uint32_t)${paren(a[1])})`;

function paren(text: string | undefined): string {
  return text !== undefined && /^\w+$/.test(text) ? text : `(${text})`;
}

function attribute(operation: Operation, name: string): string {
  return String(operation.attributes[name]);
}

function structPointer(operation: Operation, ref: string | undefined): string {
  return `((struct ${cName("s", attribute(operation, "struct"))} *)${ref})`;
}

const field: Emit = (a, operation) =>
  `${structPointer(operation, a[0])}->${cName("m", attribute(operation, "field"))}`;

const item: Emit = (a, operation) => `${structPointer(operation, a[0])}->items[${a[1]}]`;

const unit: Emit = (a, operation) =>
  `((${operation.attributes.width === 2 ? "uint16_t" : "uint8_t"} *)${structPointer(operation, a[0])}->items)[${a[1]}]`;

/** C's types of numbers among bytes; the may_alias and alignment of `heddle.h` make every offset right. */
const byteTypesOfC: Record<ByteTypeName, string> = {
  i8: "int8_t",
  u8: "uint8_t",
  i16: "heddle_i16",
  u16: "heddle_u16",
  i32: "heddle_i32",
  u32: "heddle_u32",
  f32: "heddle_f32",
  f64: "heddle_f64",
};

const itemsOf = (operation: Operation, ref: string | undefined): string =>
  `(const char *)${structPointer(operation, ref)}->items`;

const bytes: Emit = (a, operation) =>
  `*(${byteTypesOfC[attribute(operation, "type") as ByteTypeName]} *)(${structPointer(operation, a[0])}->items + ${paren(a[1])})`;

const loadTypes: Record<string, string> = {
  u8: "uint8_t",
  u16: "uint16_t",
  u32: "uint32_t",
  i32: "int32_t",
  i64: "int64_t",
  word: "intptr_t",
  f64: "double",
  float: "double",
  int: "int64_t",
  value: "uint64_t",
  ref: "char *",
};

const memory: Emit = (a, operation) => `*(${loadTypes[attribute(operation, "width")]} *)${paren(a[0])}`;

const indirect: Emit = (a, operation) => {
  const types = operation.args.slice(1).map((one) => cType(operandType(one)));
  const result = operation.result ? cType(machine(operation.result.type)) : "void";
  return `((${result} (*)(${types.join(", ") || "void"}))${a[0]})(${a.slice(1).join(", ")})`;
};

/** An object of bytes and a place in it, in words, become the address of that word. */
const row =
  (name: string): Emit =>
  (a, { args }) => {
    const given: string[] = [];
    for (const [i, text] of a.entries()) {
      const isPlace = i > 0 && operandType(args[i - 1]!) === "ref";
      const isRef = operandType(args[i]!) === "ref";
      if (isPlace) given[given.length - 1] += ` + ${paren(text)}`;
      else given.push(isRef ? `heddle_words(${text})` : text);
    }
    return `${name}(${given.join(", ")})`;
  };

/** Operations that weave has replaced by others before a backend sees them. */
const woven: Emit = (_a, operation) => {
  throw new Error(`${operation.op} should have been woven`);
};

export const emitters: Record<LowOpName, Emit> = {
  int_add: binary("+"),
  int_sub: binary("-"),
  int_mul: binary("*"),
  int_add_checked: checked("heddle_add_checked"),
  int_sub_checked: checked("heddle_sub_checked"),
  int_div: binary("/"),
  int_mod: binary("%"),
  int_floor_div: call("heddle_floor_div"),
  int_neg: (a) => `-${paren(a[0])}`,
  int_min: (a) => `${a[0]} < ${a[1]} ? ${a[0]} : ${a[1]}`,
  int_max: (a) => `${a[0]} > ${a[1]} ? ${a[0]} : ${a[1]}`,
  int_abs: (a) => `${a[0]} < 0 ? -${paren(a[0])} : ${a[0]}`,
  int_and: int32("&"),
  int_or: int32("|"),
  int_xor: int32("^"),
  int_not: (a) => `(int64_t)(int32_t)~(uint32_t)${paren(a[0])}`,
  int_shl: (a) => `(int64_t)(int32_t)((uint32_t)${paren(a[0])} << (${a[1]} & 31))`,
  int_shr: (a) => `(int64_t)((int32_t)${paren(a[0])} >> (${a[1]} & 31))`,
  int_shr_unsigned: (a) => `(int64_t)((uint32_t)${paren(a[0])} >> (${a[1]} & 31))`,
  int_imul: int32("*"),
  int_clz32: call("heddle_clz32"),
  int_eq: binary("=="),
  int_ne: binary("!="),
  int_lt: binary("<"),
  int_le: binary("<="),
  int_gt: binary(">"),
  int_ge: binary(">="),
  int_below: (a) => `(uint64_t)${paren(a[0])} < (uint64_t)${paren(a[1])}`,
  int_to_float: (a) => `(double)${paren(a[0])}`,

  float_add: binary("+"),
  float_sub: binary("-"),
  float_mul: binary("*"),
  float_div: binary("/"),
  float_mod: call("heddle_fmod"),
  float_neg: (a) => `-${paren(a[0])}`,
  float_abs: call("__builtin_fabs"),
  float_sqrt: call("__builtin_sqrt"),
  float_floor: call("heddle_floor"),
  float_ceil: call("heddle_ceil"),
  float_trunc: call("heddle_trunc"),
  float_round32: (a) => `(double)(float)${paren(a[0])}`,
  float_min: call("heddle_min"),
  float_max: call("heddle_max"),
  float_eq: binary("=="),
  float_ne: binary("!="),
  float_lt: binary("<"),
  float_le: binary("<="),
  float_gt: binary(">"),
  float_ge: binary(">="),
  float_same: call("heddle_float_same"),
  float_to_int: (a) => `(int64_t)${paren(a[0])}`,
  float_is_int: call("heddle_float_is_int"),
  float_to_int32: call("heddle_to_int32"),
  float_high_word: (a) => `(int64_t)(int32_t)(heddle_bits(${a[0]}) >> 32)`,
  float_low_word: (a) => `(int64_t)(uint32_t)heddle_bits(${a[0]})`,
  float_from_words: call("heddle_from_words"),
  float_is_sentinel: (a) => `heddle_bits(${a[0]}) == heddle_bits(${a[1]})`,

  bool_not: (a) => `!${paren(a[0])}`,
  bool_and: binary("&"),
  bool_or: binary("|"),
  bool_eq: binary("=="),
  bool_to_int: (a) => `(int64_t)${paren(a[0])}`,
  select: (a) => `${a[0]} ? ${a[1]} : ${a[2]}`,

  ref_eq: binary("=="),
  ref_ne: binary("!="),
  ref_type: (a) => `(int64_t)*(uint32_t *)${a[0]}`,
  ref_instance: (a, operation) =>
    `heddle_instance(${a[0]}, &${cName("type", attribute(operation, "struct"))}.info)`,
  dispatch: (a) => `${a[2]}(${a[0]}, ${a[1]})`,
  ref_identity: (a) => `(int64_t)(uint32_t)(~(uintptr_t)${a[0]} >> 4)`,
  ref_method: (a, operation) => `heddle_type_of(${a[0]})->vtable[${attribute(operation, "slot")}]`,

  value_from_float: call("heddle_value_from_float"),
  value_from_bool: (a) => `HEDDLE_FALSE + 2 * (uint64_t)${paren(a[0])}`,
  value_from_ref: (a) => `(uint64_t)(uintptr_t)${a[0]}`,
  value_is_float: (a) => `${a[0]} >= HEDDLE_FIRST_FLOAT`,
  value_is_bool: (a) => `(${a[0]} & ~UINT64_C(2)) == HEDDLE_FALSE`,
  value_is_ref: (a) => `${a[0]} - HEDDLE_FIRST_REF < HEDDLE_FIRST_FLOAT - HEDDLE_FIRST_REF`,
  value_to_float: call("heddle_value_to_float"),
  value_to_bool: (a) => `(uint8_t)(${a[0]} == HEDDLE_TRUE)`,
  value_to_ref: (a) => `(char *)(uintptr_t)${a[0]}`,
  value_from_tagged: (a, operation) => `heddle_value_from_tagged(${a[0]}, ${attribute(operation, "tag")})`,
  value_is_tagged: (a, { attributes }) =>
    attributes.tag === undefined
      ? `${a[0]} >= HEDDLE_FIRST_TAGGED`
      : `${a[0]} >> 48 == (HEDDLE_FIRST_TAGGED >> 48) + ${attributes.tag}`,
  value_to_tagged: (a) => `(int64_t)(${a[0]} << 16) >> 16`,
  value_eq: binary("=="),

  get_field: field,
  set_field: (a, operation) => `${field(a, operation)} = ${a[1]}`,
  get_item: item,
  set_item: (a, operation) => `${item(a, operation)} = ${a[2]}`,
  get_length: (a, operation) => `${structPointer(operation, a[0])}->length`,
  get_unit: (a, operation) => `(int64_t)${unit(a, operation)}`,
  set_unit: (a, operation) => `${unit(a, operation)} = ${a[2]}`,
  same_units: (a, operation) =>
    `heddle_same_bytes(${itemsOf(operation, a[0])} + ${paren(a[1])}, ${itemsOf(operation, a[2])} + ${paren(a[3])}, ${a[4]})`,
  find_unit: (a, operation) => `heddle_find_byte(${itemsOf(operation, a[0])}, ${a[1]}, ${a[2]}, ${a[3]})`,
  get_bytes: (a, operation) =>
    `(${operation.result ? cType(machine(operation.result.type)) : "void"})${bytes(a, operation)}`,
  set_bytes: (a, operation) => `${bytes(a, operation)} = ${a[2]}`,
  allocate: woven,
  allocate_local: woven,
  allocate_items: woven,
  allocate_like: woven,
  collect_all: woven,
  dump_heap: woven,
  pin: woven,
  copy_items: call("heddle_copy_items"),
  clear_items: call("heddle_clear_items"),

  words_add: row("heddle_words_add"),
  words_subtract: row("heddle_words_subtract"),
  words_multiply_add: row("heddle_words_multiply_add"),
  words_multiply_subtract: row("heddle_words_multiply_subtract"),
  words_shift_left: row("heddle_words_shift_left"),
  words_shift_right: row("heddle_words_shift_right"),
  words_divide: row("heddle_words_divide"),
  words_guess: row("heddle_words_guess"),
  words_leading_zeros: row("heddle_words_leading_zeros"),

  get_global: (_a, operation) => cName("g", attribute(operation, "name")),
  set_global: (a, operation) => `${cName("g", attribute(operation, "name"))} = ${a[0]}`,

  call: (a, operation) => `${cName("f", attribute(operation, "function"))}(${a.join(", ")})`,
  call_indirect: indirect,
  call_native: (a, operation) => `heddle_${attribute(operation, "name")}(${a.join(", ")})`,

  load: memory,
  store: (a, operation) => `${memory(a, operation)} = ${a[1]}`,
  copy_bytes: (a) => `memmove((void *)${paren(a[0])}, (void *)${paren(a[1])}, ${a[2]})`,
  clear_bytes: (a) => `memset((void *)${paren(a[0])}, 0, ${a[1]})`,
  ref_to_address: (a) => `(int64_t)(intptr_t)${a[0]}`,
  address_to_ref: (a) => `(char *)(intptr_t)${paren(a[0])}`,
  get_state: (_a, operation) => `heddle_state.${attribute(operation, "field")}`,
  set_state: (a, operation) => `heddle_state.${attribute(operation, "field")} = ${a[0]}`,

  exception_pending: () => "heddle_state.pendingException != 0",
  exception_take: call("heddle_take_exception"),
  exception_set: call("heddle_set_exception"),
  stack_low: () => "heddle_stack_low()",
  roots_enter: (_a, operation) => moveRootTop("+", operation),
  roots_leave: (_a, operation) => moveRootTop("-", operation),
  root_save: (a, operation) =>
    `${rootSlot(operation)} = (uint64_t)${
      operandType(operation.args[0]!) === "ref" ? `(uintptr_t)${a[0]}` : a[0]
    }`,
  root_load: (_a, operation) => {
    const slot = rootSlot(operation);
    return operation.result?.type === "ref" ? `(char *)(uintptr_t)${slot}` : slot;
  },
  trace: (_a, operation) =>
    `${operation.attributes.start ? "heddle_trace_start" : "heddle_trace"}(${cString(attribute(operation, "place"))})`,
  frame_memory: ([memory]) => `(int64_t)(uintptr_t)&${memory}`,
  object_at: call("heddle_object_at"),
};

/**
 * The local variable for the top of the shadow stack. A save may write anything, for all the C compiler knows, also the
 * state's own word: it would load that again for each of a row of saves.
 */
export const rootTop = {
  name: "heddle_roots",
  type: "uint64_t *",
  value: "(uint64_t *)heddle_state.rootTop",
};

/** Operations whose C text wants the top of the shadow stack in its variable. */
export function usesRootTop({ op }: Operation): boolean {
  return op === "roots_enter" || op === "roots_leave" || op === "root_save" || op === "root_load";
}

function moveRootTop(sign: "+" | "-", { attributes }: Operation): string {
  return `heddle_state.rootTop = (uintptr_t)(${rootTop.name} ${sign}= ${Number(attributes.slots)})`;
}

function rootSlot(operation: Operation): string {
  return `${rootTop.name}[-1 - ${attribute(operation, "index")}]`;
}

/** `heddle/memory` for system code: each function is one low operation or a few. */

import type { ByteTypeName } from "../graph/byte-types.ts";
import { constants, type Operand, type Operation } from "../graph/graph.ts";
import { type MemoryBuiltinName, type MemoryType, memoryBuiltins } from "../graph/memory-builtins.ts";
import {
  booleanType,
  type LowType,
  neverType,
  objectType,
  stringType,
  type ValueType,
} from "../graph/types.ts";
import {
  anyStringStruct,
  bytesStruct,
  itemsStructs,
  listStruct,
  referenceClass,
  reflection,
  reflectSlot,
  ropeStruct,
  stringStruct,
} from "../graph/well-known.ts";
import { type StopName, stops } from "../source/stops.ts";
import { layoutOf, lengthOf, loadItem, storageOf } from "./array-access.ts";
import { bigIntCodes, symbolCodes } from "./bigint-memory.ts";
import { anyValue } from "./console.ts";
import { convert, lowTypeOf } from "./convert.ts";
import { callTable } from "./dictionaries.ts";
import { undefinedKnown } from "./invoke.ts";
import { hashKey, sameKey } from "./keys.ts";
import type { Known, Lowering } from "./lowering.ts";
import { toFloat, toInt } from "./number-operands.ts";
import { bool, float, int, string } from "./results.ts";
import { loadFloat } from "./typed-arrays.ts";

/** Writes a memory function's operations; operands are in the machine types of the table. */
export type Code = (l: Lowering, a: readonly Operand[], args: readonly Known[]) => Operand | undefined;

const load =
  (width: string): Code =>
  (l, a) =>
    l.op("load", a, width === "float" ? "float" : "int", { width });
const store =
  (width: string): Code =>
  (l, a) => {
    l.do("store", a, { width });
    return undefined;
  };
const perform =
  (op: "copy_bytes" | "clear_bytes" | "copy_items" | "clear_items"): Code =>
  (l, a) => {
    l.do(op, a);
    return undefined;
  };
const native =
  (name: string, result: LowType): Code =>
  (l, a) => {
    if (result !== "void") return l.native(name, a, result);
    l.do("call_native", a, { name });
    return undefined;
  };
const runtime =
  (name: string, result: LowType): Code =>
  (l, a) =>
    l.runtime(name, a, result);
const read =
  (struct: string, field: string, type: LowType): Code =>
  (l, a) =>
    l.get(a[0] as Operand, struct, field, type);
const write =
  (struct: string, field: string): Code =>
  (l, a) => {
    l.set(a[0] as Operand, struct, field, a[1] as Operand);
    return undefined;
  };
const unit =
  (width: number): Code =>
  (l, a) =>
    l.op("get_unit", a, "int", { struct: stringStruct, width });
const setUnit =
  (width: number): Code =>
  (l, a) => {
    l.do("set_unit", a, { struct: stringStruct, width });
    return undefined;
  };

const setBytes =
  (type: ByteTypeName): Code =>
  (l, a) => {
    l.do("set_bytes", a, { struct: bytesStruct, type });
    return undefined;
  };

const one = constants.int(1);
const zero = constants.int(0);

/** A flat string whose units are still to be written. */
function allocateString(l: Lowering, length: Operand, wide: Operand): Operand {
  const bytes = l.op("select", [wide, l.op("int_add", [length, length], "int"), length], "int");
  const made = l.op("allocate_items", [bytes], "ref", { struct: stringStruct }, "string");
  l.set(made, stringStruct, "length", length);
  l.set(made, stringStruct, "hash", zero);
  l.set(made, stringStruct, "wide", l.op("bool_to_int", [wide], "int"));
  return made;
}

/** The array of units is of this program's making: its layout is known here. */
function asciiString(l: Lowering, args: readonly Known[]): Operand {
  const [units, count] = args as [Known, Known];
  const layout = layoutOf(l, units.type);
  const length = toInt(l, count);
  const made = allocateString(l, length, constants.bool(false));
  const storage = storageOf(l, units.operand, layout);
  l.require(l.op("int_le", [length, lengthOf(l, units.operand, layout)], "bool"), () => l.stop("internal"));
  l.loop(zero, length, (index) => {
    const item = toInt(l, loadItem(l, storage, index, layout));
    l.do("set_unit", [made, index, item], { struct: stringStruct, width: 1 });
  });
  return made;
}

/** Asks an object's reflection method. */
function reflect(l: Lowering, object: Operand, what: Operand): Operand {
  const ref = l.op("value_to_ref", [object], "ref");
  const code = l.op("ref_method", [ref], "code", { slot: reflectSlot }, "reflect");
  return l.op("call_indirect", [code, ref, what], "value");
}

function reflectInt(l: Lowering, object: Operand, what: Operand): Operand {
  const answer = reflect(l, object, what);
  return l.op("float_to_int", [l.op("value_to_float", [answer], "float")], "int");
}

const twice = (l: Lowering, i: Operand): Operand => l.op("int_add", [i, i], "int");

const codes: Record<MemoryBuiltinName, Code> = {
  "memory.wordSize": (l) => constants.int(l.context.wordSize),
  "memory.load8": load("u8"),
  "memory.load16": load("u16"),
  "memory.load32": load("u32"),
  "memory.loadInt32": load("i32"),
  "memory.loadWord": load("word"),
  "memory.loadInt64": load("i64"),
  "memory.loadFloat64": load("float"),
  "memory.store8": store("u8"),
  "memory.store16": store("u16"),
  "memory.store32": store("u32"),
  "memory.storeWord": store("word"),
  "memory.storeInt64": store("i64"),
  "memory.storeFloat64": store("float"),
  "memory.copyBytes": perform("copy_bytes"),
  "memory.clearBytes": perform("clear_bytes"),
  "memory.allocateBytes": native("allocate_bytes", "int"),
  "memory.freeBytes": native("free_bytes", "void"),
  "memory.reserveSpace": native("reserve_space", "int"),
  "memory.releaseSpace": native("release_space", "void"),
  "memory.protectSpace": native("protect_space", "void"),
  "memory.unprotectSpace": native("unprotect_space", "void"),
  "memory.preferHugePages": native("prefer_huge_pages", "void"),
  "memory.prefetch": native("prefetch", "void"),
  "memory.addressOf": (l, a) => l.op("ref_to_address", a, "int"),
  "memory.referenceAt": (l, a) => l.op("address_to_ref", a, "ref"),
  // Only the simulator hears these.
  "memory.poison": native("poison", "void"),
  "memory.declareObject": native("declare_object", "void"),
  "memory.freeManaged": (l, a) => {
    l.do("call_native", [l.op("ref_to_address", [a[0] as Operand], "int")], { name: "free_bytes" });
    return undefined;
  },
  "memory.clockNanoseconds": native("clock_nanoseconds", "int"),
  "memory.debugPrint": (l, a) => {
    l.do("call", [constants.int(2), a[0] as Operand], { function: "runtime.output.write.writeText" });
    l.do("call", [constants.int(2), constants.string("\n")], { function: "runtime.output.write.writeText" });
    return undefined;
  },
  "memory.stop": () => undefined,
  "memory.collectAll": (l) => {
    l.do("collect_all", []);
    return undefined;
  },
  "memory.pinObject": (l, a) => l.op("pin", a, "bool"),
  "memory.openLog": native("open_log", "int"),
  "memory.beginSection": native("begin_section", "void"),
  "memory.endSection": native("end_section", "void"),
  "memory.writeLine": native("write_line", "void"),
  "memory.weakDeaths": (l) => l.op("get_state", [], "int", { field: "weakDeaths" }),
  "memory.collectionCount": (l) => l.op("get_state", [], "int", { field: "collections" }),
  "memory.collectionNanoseconds": (l) => l.op("get_state", [], "int", { field: "gcNanoseconds" }),
  "memory.throwRangeError": (l, a) => {
    l.throwError("RangeError", a[0] as Operand);
    return undefined;
  },
  "memory.throwTypeError": (l, a) => {
    l.throwError("TypeError", a[0] as Operand);
    return undefined;
  },

  "memory.highWord": (l, a) => l.op("float_high_word", a, "int"),
  "memory.lowWord": (l, a) => l.op("float_low_word", a, "int"),
  "memory.fromWords": (l, a) => l.op("float_from_words", a, "float"),
  "memory.fround": (l, a) => l.op("float_round32", a, "float"),

  "memory.asciiString": (l, _a, args) => asciiString(l, args),
  "memory.allocateString": (l, a) => allocateString(l, a[0] as Operand, a[1] as Operand),
  "memory.finishString": (_l, a) => a[0],
  "memory.isRope": (l, a) =>
    l.op("int_eq", [l.op("ref_type", a, "int"), constants.typeid(ropeStruct)], "bool"),
  "memory.isJoined": (l, a) =>
    l.op("ref_ne", [l.get(a[0] as Operand, ropeStruct, "right", "ref"), constants.nil], "bool"),
  "memory.ropeLeft": read(ropeStruct, "left", "ref"),
  "memory.ropeRight": read(ropeStruct, "right", "ref"),
  "memory.newRope": (l, a) => {
    const rope = l.op("allocate", [], "ref", { struct: ropeStruct }, "rope");
    const wide = (text: Operand): Operand => l.get(text, anyStringStruct, "wide", "int");
    l.set(rope, ropeStruct, "length", a[2] as Operand);
    l.set(rope, ropeStruct, "wide", l.op("int_or", [wide(a[0] as Operand), wide(a[1] as Operand)], "int"));
    l.set(rope, ropeStruct, "left", a[0] as Operand);
    l.set(rope, ropeStruct, "right", a[1] as Operand);
    return rope;
  },
  "memory.setRopeFlat": (l, a) => {
    l.set(a[0] as Operand, ropeStruct, "left", a[1] as Operand);
    l.set(a[0] as Operand, ropeStruct, "right", constants.nil);
    return undefined;
  },
  "memory.isWide": (l, a) =>
    l.op("int_ne", [l.get(a[0] as Operand, anyStringStruct, "wide", "int"), zero], "bool"),
  "memory.byteUnit": unit(1),
  "memory.wideUnit": unit(2),
  "memory.sameUnits": (l, a) => l.op("same_units", a, "int", { struct: stringStruct }),
  "memory.findUnit": (l, a) => l.op("find_unit", a, "int", { struct: stringStruct }),
  "memory.setByteUnit": setUnit(1),
  "memory.setWideUnit": setUnit(2),
  "memory.copyByteUnits": perform("copy_items"),
  "memory.copyWideUnits": (l, a) => {
    const [target, at, source, from, count] = a as [Operand, Operand, Operand, Operand, Operand];
    l.do("copy_items", [target, twice(l, at), source, twice(l, from), twice(l, count)]);
    return undefined;
  },
  "memory.stringHash": read(stringStruct, "hash", "int"),
  "memory.setStringHash": write(stringStruct, "hash"),
  "memory.hashKey": (l, _a, args) => hashKey(l, args[0] ?? undefinedKnown),
  "memory.sameKey": (l, _a, args) => sameKey(l, args[0] ?? undefinedKnown, args[1] ?? undefinedKnown),
  "memory.indexOfText": (l, a) => l.runtime("objects.names.indexOfText", a, "int"),
  "memory.isInheritedName": (l, a) => l.runtime("objects.names.isInheritedName", a, "bool"),
  "memory.stopAtName": (l) => {
    l.stop("unsupported", "a property that every object inherits, by a computed name");
    return undefined;
  },
  "memory.sameString": (l, a) => l.op("ref_eq", a, "bool"),

  "memory.allocateBuffer": (l, a) => {
    const made = l.op("allocate_items", a, "ref", { struct: bytesStruct }, "bytes");
    l.do("clear_items", [made, zero, a[0] as Operand]);
    return made;
  },
  "memory.copyBuffer": perform("copy_items"),
  "memory.bufferByte": (l, a) => l.op("get_bytes", a, "int", { struct: bytesStruct, type: "u8" }),
  "memory.setBufferByte": setBytes("u8"),
  "memory.bufferFloat32": (l, a) => loadFloat(l, "f32", a[0] as Operand, a[1] as Operand, true),
  "memory.setBufferFloat32": setBytes("f32"),
  "memory.bufferFloat64": (l, a) => loadFloat(l, "f64", a[0] as Operand, a[1] as Operand, true),
  "memory.setBufferFloat64": setBytes("f64"),
  "memory.sameBuffer": (l, a) => l.op("ref_eq", a, "bool"),

  ...bigIntCodes,
  ...symbolCodes,

  "memory.listLength": read(listStruct, "length", "int"),
  "memory.setListLength": write(listStruct, "length"),
  "memory.listItems": read(listStruct, "items", "ref"),
  "memory.setListItems": write(listStruct, "items"),
  "memory.itemsLength": (l, a) => l.op("get_length", a, "int", { struct: itemsStructs.ref }),
  "memory.allocateLike": (l, a) => l.op("allocate_like", a, "ref"),
  "memory.copyItems": perform("copy_items"),
  "memory.clearItems": perform("clear_items"),
  "memory.stringItem": (l, a) => l.op("get_item", a, "ref", { struct: itemsStructs.ref }),
  "memory.valueItem": (l, a) => l.op("get_item", a, "value", { struct: itemsStructs.value }),
  "memory.allocateStrings": (l, a) => l.op("allocate_items", a, "ref", { struct: itemsStructs.ref }),
  "memory.setStringItem": (l, a) => {
    l.do("set_item", a, { struct: itemsStructs.ref });
    return undefined;
  },

  "memory.reflectKind": (l, a) => reflectInt(l, a[0] as Operand, constants.int(reflection.kind)),
  "memory.reflectName": (l, a) =>
    l.op("value_to_ref", [reflect(l, a[0] as Operand, constants.int(reflection.name))], "ref"),
  "memory.reflectStack": (l, a) =>
    l.op("value_to_ref", [reflect(l, a[0] as Operand, constants.int(reflection.stack))], "ref"),
  "memory.reflectErrorName": (l, a) =>
    l.op("value_to_ref", [reflect(l, a[0] as Operand, constants.int(reflection.errorName))], "ref"),
  "memory.reflectJson": (l, a) => reflect(l, a[0] as Operand, constants.int(reflection.json)),
  "memory.reflectOwnText": (l, a) => reflect(l, a[0] as Operand, constants.int(reflection.ownText)),
  "memory.reflectCount": (l, a) => reflectInt(l, a[0] as Operand, constants.int(reflection.count)),
  "memory.reflectKey": (l, a) =>
    l.op("value_to_ref", [reflect(l, a[0] as Operand, twice(l, a[1] as Operand))], "ref"),
  "memory.reflectState": (l, a) => {
    const what = l.op("int_sub", [constants.int(reflection.state), a[1] as Operand], "int");
    return reflectInt(l, a[0] as Operand, what);
  },
  "memory.reflectItem": (l, a) =>
    reflect(l, a[0] as Operand, l.op("int_add", [twice(l, a[1] as Operand), one], "int")),
  "memory.reflectContents": (l, a) => reflect(l, a[0] as Operand, constants.int(reflection.contents)),
  "memory.sameObject": (l, a) => l.op("value_eq", a, "bool"),

  "memory.write": native("write", "int"),
  "memory.exit": (l, a) => {
    l.do("call_native", a, { name: "exit" });
    l.end({ kind: "unreachable" });
    return undefined;
  },
  "memory.sleep": native("sleep", "void"),
  "memory.now": native("now", "float"),
  "memory.random": native("random", "float"),
  "memory.argumentCount": native("argument_count", "int"),
  "memory.argumentAddress": native("argument_address", "int"),
  "memory.argumentLength": native("argument_length", "int"),
  "memory.traceLength": native("trace_length", "int"),
  "memory.traceAddress": native("trace_address", "int"),
  "memory.traceTextLength": native("trace_text_length", "int"),

  "memory.adoptProperties": (l, _operands, [object, ...given]) => {
    callTable(l, object as Known, "##adopt", given);
    return undefined;
  },
  "memory.inspectText": runtime("inspect.inspect.inspectWith", "ref"),
  "memory.formatText": runtime("inspect.format.formatList", "ref"),
  "memory.tableText": runtime("inspect.table.tableText", "ref"),
  "memory.deepEqual": runtime("objects.deep-equal.deepEqual", "bool"),
  "memory.setIndentation": (l, a) => {
    l.do("call", a, { function: "runtime.output.groups.setIndentation" });
    return undefined;
  },

  "memory.table": native("table", "int"),
  "memory.frameAddress": native("frame_address", "int"),
  "memory.catchSignal": native("catch_signal", "void"),
  "memory.dumpHeap": (l, a) => l.op("dump_heap", a, "int"),
  "memory.startTimer": native("start_timer", "void"),

  "memory.openFile": native("open_file", "int"),
  "memory.readFile": native("read_file", "int"),
  "memory.writeFile": native("write_file", "int"),
  "memory.closeFile": native("close_file", "int"),
  "memory.pathAction": native("path_action", "int"),
  "memory.renamePath": native("rename_path", "int"),
  "memory.statPath": native("stat_path", "int"),
  "memory.listFolder": native("list_folder", "int"),
  "memory.environmentText": native("environment_text", "int"),
  "memory.workingFolder": native("working_folder", "int"),
  "memory.processNumber": native("process_number", "int"),
  "memory.memoryUsed": native("memory_used", "int"),
  "memory.wallClock": native("wall_clock", "float"),
  "memory.zoneOffset": native("zone_offset", "int"),
  "memory.encodeText": runtime("host.texts.encodeText", "int"),
  "memory.encodedLength": runtime("host.texts.encodedLength", "int"),
  "memory.decodeText": runtime("strings.utf8.decodeUtf8", "ref"),
  "memory.latin1Text": runtime("host.texts.latin1Text", "ref"),
  "memory.zeroLength": runtime("host.texts.zeroLength", "int"),
  "memory.writeText": (l, a) => {
    l.do("call", a, { function: "runtime.output.write.writeText" });
    return undefined;
  },
};

/** What a parameter of the table takes. */
function operandFor(l: Lowering, type: MemoryType, known: Known): Operand {
  switch (type) {
    case "int":
      return toInt(l, known);
    case "float":
      return toFloat(l, known);
    case "value":
      return convert(l, known, anyValue);
    case "string":
      return convert(l, known, stringType, true);
    case "bool":
      return convert(l, known, booleanType, true);
    case "ref":
    case "any":
    case "void":
    case "never":
      return known.operand;
  }
}

const reference: ValueType = objectType(referenceClass);

function resultFor(type: MemoryType, operand: Operand | undefined): Known {
  if (type === "never") return { operand: constants.nil, type: neverType };
  if (!operand) return undefinedKnown;
  switch (type) {
    case "int":
      return int(operand);
    case "float":
      return float(operand);
    case "bool":
      return bool(operand);
    case "string":
      return string(operand);
    case "value":
      return { operand, type: anyValue };
    case "ref":
    case "any":
      return { operand, type: reference };
    case "void":
      return undefinedKnown;
  }
}

/** `stop(outOfMemoryStop, "…")`: the code is a constant of source/stop-codes.ts, the message a literal. */
function lowerStop(l: Lowering, operation: Operation): Known {
  const [code, message] = operation.args;
  const definition = l.definition(code);
  const constant = String(definition?.attributes.name ?? "");
  const byName = constant.slice(constant.lastIndexOf(".") + 1).replace(/Stop$/, "");
  const names = Object.keys(stops) as StopName[];
  const name = names.find((one) =>
    code?.kind === "int" ? stops[one].exitCode === code.value : one === byName,
  );
  l.stop(name ?? "internal", message?.kind === "string" ? message.value : "");
  return { operand: constants.nil, type: neverType };
}

/** The run-time looks into the arguments of these. */
const looksInside: ReadonlySet<string> = new Set([
  "memory.inspectText",
  "memory.formatText",
  "memory.tableText",
  "memory.deepEqual",
]);

/** A call of a function of src/memory. */
export function lowerMemory(
  l: Lowering,
  name: MemoryBuiltinName,
  args: readonly Known[],
  result: ValueType,
  operation: Operation,
): Known {
  if (name === "memory.stop") return lowerStop(l, operation);
  const info = memoryBuiltins[name];
  if (looksInside.has(name)) for (const one of args) l.context.inspect(one.type);
  const operands = info.args.map((type, index) => operandFor(l, type, args[index] ?? undefinedKnown));
  const operand = codes[name](l, operands, args);
  const known = resultFor(info.result, operand);
  // A reference may have any type that flow knows of it.
  if (info.result === "ref" && lowTypeOf(result) === "ref") return { operand: known.operand, type: result };
  return known;
}

/** `state.x` and `state.x = …`. */
export function lowerState(l: Lowering, name: string, args: readonly Known[]): Known | undefined {
  const get = "memory.getState.";
  const set = "memory.setState.";
  if (name.startsWith(get)) return int(l.op("get_state", [], "int", { field: name.slice(get.length) }));
  if (!name.startsWith(set)) return undefined;
  l.do("set_state", [toInt(l, args[0] ?? undefinedKnown)], { field: name.slice(set.length) });
  return undefinedKnown;
}

/** `heddle/memory` for system code: each function is one low operation or a few. */
import { constants, type Operand, type Operation } from "../../graph/graph.ts";
import { type MemoryBuiltinName, type MemoryType, memoryBuiltins } from "../../graph/memory-builtins.ts";
import { booleanType, neverType, objectType, stringType, type ValueType } from "../../graph/types.ts";
import { referenceClass } from "../../graph/well-known.ts";
import { type StopName, stops } from "../../source/stops.ts";
import { undefinedKnown } from "../calls/invoke.ts";
import { convert, lowTypeOf } from "../convert.ts";
import { anyValue } from "../library/console.ts";
import type { Known, Lowering } from "../lowering.ts";
import { callTable } from "../objects/dictionaries.ts";
import { toFloat, toInt } from "../primitives/number-operands.ts";
import { bool, float, int, string } from "../results.ts";
import { bigIntCodes, symbolCodes } from "./bigint-memory.ts";
import { type Code, load, native, perform, runtime, store } from "./memory-rows.ts";
import { objectCodes } from "./object-memory.ts";
import { stringCodes } from "./string-memory.ts";

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
  "memory.discardSpace": native("discard_space", "void"),
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

  ...stringCodes,
  ...objectCodes,
  ...bigIntCodes,
  ...symbolCodes,

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

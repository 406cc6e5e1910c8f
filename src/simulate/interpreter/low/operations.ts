/** The meaning of each operation of the low and woven levels. Pure arithmetic is graph/evaluate.ts's. */
import { dispatchTable, lookUp } from "../../../graph/dispatch-table.ts";
import { evaluate, isScalarOp, type ScalarOpName } from "../../../graph/evaluate.ts";
import type { Operation } from "../../../graph/graph.ts";
import { lowTypeOf } from "../../../graph/operand-type.ts";
import type { LowOpName } from "../../../graph/ops.ts";
import type { Program, Struct } from "../../../graph/program.ts";
import type { StateField } from "../../../graph/state-layout.ts";
import { structLayout } from "../../../graph/struct-layout.ts";
import { isLowType, type LowType } from "../../../graph/types.ts";
import { InternalFault } from "../../../source/messages.ts";
import { printSpan } from "../../../source/span.ts";
import type { MemorySimulator } from "../../memory-simulator.ts";
import type { Code, Compiled, Registers } from "../code.ts";
import type { Places } from "../compile.ts";
import type { Frame, Machine } from "../machine.ts";
import { StopSignal } from "../signals.ts";
import { byteCodec, scratch } from "./byte-codecs.ts";
import { isSentinel } from "./float-sentinels.ts";
import type { Heap, WovenHeap } from "./heap.ts";
import type { Natives } from "./natives.ts";
import { fieldOf, taggedWord, tagOf } from "./value-words.ts";
import { wordOperations } from "./words.ts";

/** What the low-level operations of one run share. */
export interface LowContext {
  readonly program: Program;
  readonly machine: Machine;
  readonly heap: Heap;
  readonly memory: MemorySimulator;
  readonly natives: Natives;
  codeOf(name: string): Code;
  /** Calls in progress from which on `stack_low` is true. */
  readonly stackLimit: number;
}

type Compile = (places: Places, context: LowContext, operation: Operation) => Compiled;

type Number2 = (a: number, b: number) => number;

/** The reserved NaNs are objects here, so equality must be told that they are NaNs. */
const ofFloats: Partial<Record<ScalarOpName, Number2>> = {
  float_eq: (a, b) => (+a === +b ? 1 : 0),
  float_ne: (a, b) => (+a !== +b ? 1 : 0),
  float_same: (a, b) => (Object.is(+a, +b) ? 1 : 0),
};

function scalar(op: ScalarOpName, { args, result }: Places): Compiled {
  const compute = ofFloats[op] ?? evaluate[op];
  const [a, b] = args as [number, number];
  if (args.length === 1) {
    return (r) => {
      r[result] = compute(r[a] as number, 0);
    };
  }
  return (r) => {
    r[result] = compute(r[a] as number, r[b] as number);
  };
}

/** An operation that gives what a function of its operands gives. */
function giving(compute: (a: unknown, b: unknown, c: unknown, context: LowContext) => unknown): Compile {
  return ({ args, result }, context) => {
    const [a, b, c] = args as [number, number, number];
    return (r) => {
      r[result] = compute(r[a], r[b], r[c], context);
    };
  };
}

const test =
  (holds: (a: unknown, b: unknown, heap: Heap) => boolean): Compile =>
  ({ args, result }, { heap }) => {
    const [a, b] = args as [number, number];
    return (r) => {
      r[result] = holds(r[a], r[b], heap) ? 1 : 0;
    };
  };

/** The sum or difference, which must stay within ±(2^53-1). */
const checked =
  (compute: Number2): Compile =>
  (places, context, operation) => {
    const place = operation.span ? printSpan(operation.span) : "";
    const compile = giving((a, b) => {
      const result = compute(a as number, b as number);
      if (!Number.isSafeInteger(result)) throw new StopSignal("integerRange", "", place);
      return result;
    });
    return compile(places, context, operation);
  };

function attribute(operation: Operation, name: string): string {
  return String(operation.attributes[name]);
}

function structOf(operation: Operation, context: LowContext): Struct {
  const struct = context.program.structs.get(attribute(operation, "struct"));
  if (!struct) throw new InternalFault(`struct ${attribute(operation, "struct")} is not in the program`);
  return struct;
}

function wovenHeap({ heap }: LowContext, operation: Operation): WovenHeap {
  if (!heap.woven) throw new InternalFault(`${operation.op} before weave`);
  return heap.woven;
}

/** Copies arguments into the registers of a call. */
function passing(args: readonly number[]): (code: Code, r: Registers) => Registers {
  return (code, r) => {
    const registers = code.newRegisters();
    for (let i = 0; i < args.length; i++) registers[i] = r[args[i]!];
    return registers;
  };
}

type Rest = Exclude<LowOpName, ScalarOpName>;

const operations: Record<Rest, Compile> = {
  int_add_checked: checked((a, b) => a + b),
  int_sub_checked: checked((a, b) => a - b),
  float_is_sentinel: test((a, b) => (isSentinel(b) ? a === b : Object.is(a, b))),
  select: giving((condition, then, otherwise) => (condition ? then : otherwise)),

  ref_eq: test((a, b) => a === b),
  ref_ne: test((a, b) => a !== b),
  ref_type: giving((ref, _b, _c, { heap }) => heap.typeOf(ref)),
  ref_instance: ({ args, result }, context, operation) => {
    const [a] = args as [number];
    const holds = context.heap.instanceTest(structOf(operation, context));
    return (r) => {
      r[result] = holds(r[a]) ? 1 : 0;
    };
  },
  dispatch: ({ args, result }, { heap, program }, { attributes }) => {
    const [a, b] = args as [number, number];
    const table = dispatchTable(program, attributes.methods as readonly string[]);
    return (r) => {
      r[result] = lookUp(table, heap.classNumber(r[a]), heap.classNumber(r[b]));
    };
  },
  ref_identity: giving((ref, _b, _c, { heap }) => heap.identity(ref)),
  ref_method: ({ args, result }, { heap }, operation) => {
    const [a] = args as [number];
    const slot = Number(operation.attributes.slot);
    return (r) => {
      r[result] = heap.method(r[a], slot);
    };
  },

  value_from_float: giving((float) => +(float as number)),
  value_from_bool: giving((bool) => bool === 1),
  value_from_ref: giving((ref, _b, _c, { heap }) => heap.valueFromRef(ref)),
  value_is_float: test((value) => typeof value === "number"),
  value_is_bool: test((value) => typeof value === "boolean"),
  value_is_ref: test((value, _b, heap) => heap.valueIsRef(value)),
  // Conversions are pure, so a pass may move one before the test: then any result will do.
  value_to_float: giving((value) => (typeof value === "number" ? value : Number.NaN)),
  value_to_bool: giving((value) => (value === true ? 1 : 0)),
  value_to_ref: giving((value, _b, _c, { heap }) => heap.valueToRef(value)),
  value_from_tagged: ({ args, result }, _context, operation) => {
    const [a] = args as [number];
    const tag = Number(operation.attributes.tag);
    return (r) => {
      r[result] = taggedWord(Number(r[a]), tag);
    };
  },
  value_is_tagged: ({ args, result }, _context, operation) => {
    const [a] = args as [number];
    const { tag } = operation.attributes;
    return (r) => {
      const value = r[a];
      r[result] = typeof value === "bigint" && (tag === undefined || tagOf(value) === tag) ? 1 : 0;
    };
  },
  value_to_tagged: giving((value) => (typeof value === "bigint" ? fieldOf(value) : 0)),
  value_eq: test((a, b, heap) => heap.sameValue(a, b)),

  get_field: ({ args, result }, context, operation) => {
    const [a] = args as [number];
    const read = context.heap.fieldReader(structOf(operation, context), attribute(operation, "field"));
    return (r) => {
      r[result] = read(r[a]);
    };
  },
  set_field: ({ args }, context, operation) => {
    const [a, b] = args as [number, number];
    const write = context.heap.fieldWriter(structOf(operation, context), attribute(operation, "field"));
    return (r) => write(r[a], r[b]);
  },
  get_item: ({ args, result }, context, operation) => {
    const [a, b] = args as [number, number];
    const read = context.heap.itemReader(structOf(operation, context));
    return (r) => {
      r[result] = read(r[a], r[b] as number);
    };
  },
  set_item: ({ args }, context, operation) => {
    const [a, b, c] = args as [number, number, number];
    const write = context.heap.itemWriter(structOf(operation, context));
    return (r) => write(r[a], r[b] as number, r[c]);
  },
  get_length: ({ args, result }, context, operation) => {
    const [a] = args as [number];
    const read = context.heap.lengthReader(structOf(operation, context));
    return (r) => {
      r[result] = read(r[a]);
    };
  },
  get_unit: ({ args, result }, context, operation) => {
    const [a, b] = args as [number, number];
    const read = context.heap.unitReader(structOf(operation, context), Number(operation.attributes.width));
    return (r) => {
      r[result] = read(r[a], r[b] as number);
    };
  },
  set_unit: ({ args }, context, operation) => {
    const [a, b, c] = args as [number, number, number];
    const write = context.heap.unitWriter(structOf(operation, context), Number(operation.attributes.width));
    return (r) => write(r[a], r[b] as number, r[c] as number);
  },
  same_units: ({ args, result }, context, operation) => {
    const [a, from, b, at, n] = args as [number, number, number, number, number];
    const read = context.heap.unitReader(structOf(operation, context), 1);
    return (r) => {
      const count = r[n] as number;
      let i = 0;
      while (i < count && read(r[a], (r[from] as number) + i) === read(r[b], (r[at] as number) + i)) i++;
      r[result] = i;
    };
  },
  find_unit: ({ args, result }, context, operation) => {
    const [a, from, to, byte] = args as [number, number, number, number];
    const read = context.heap.unitReader(structOf(operation, context), 1);
    return (r) => {
      let i = r[from] as number;
      while (i < (r[to] as number) && read(r[a], i) !== r[byte]) i++;
      r[result] = i;
    };
  },
  get_bytes: ({ args, result }, context, operation) => {
    const [a, b] = args as [number, number];
    const read = context.heap.unitReader(structOf(operation, context), 1);
    const { size, load } = byteCodec(String(operation.attributes.type));
    return (r) => {
      for (let i = 0; i < size; i++) scratch.setUint8(i, read(r[a], (r[b] as number) + i));
      r[result] = load(scratch);
    };
  },
  set_bytes: ({ args }, context, operation) => {
    const [a, b, c] = args as [number, number, number];
    const write = context.heap.unitWriter(structOf(operation, context), 1);
    const { size, store } = byteCodec(String(operation.attributes.type));
    return (r) => {
      store(scratch, r[c] as number);
      for (let i = 0; i < size; i++) write(r[a], (r[b] as number) + i, scratch.getUint8(i));
    };
  },
  allocate: ({ result }, context, operation) => {
    const make = context.heap.allocator(structOf(operation, context));
    return (r) => {
      r[result] = make();
    };
  },
  allocate_local: ({ result }, context, operation) => {
    const make = context.heap.allocator(structOf(operation, context));
    return (r) => {
      r[result] = make();
    };
  },
  allocate_items: ({ args, result }, context, operation) => {
    const [a] = args as [number];
    const make = context.heap.itemsAllocator(structOf(operation, context));
    return (r) => {
      r[result] = make(r[a] as number);
    };
  },
  // Records are Node's.
  collect_all: giving(() => undefined),
  dump_heap: giving(() => 0),
  pin: giving(() => true),
  allocate_like: giving((ref, length, _c, { heap }) => heap.allocateLike(ref, length as number)),
  copy_items: ({ args }, { heap }) => {
    const [target, to, source, from, n] = args as [number, number, number, number, number];
    return (r) => heap.copyItems(r[target], r[to] as number, r[source], r[from] as number, r[n] as number);
  },
  clear_items: ({ args }, { heap }) => {
    const [object, from, n] = args as [number, number, number];
    return (r) => heap.clearItems(r[object], r[from] as number, r[n] as number);
  },

  ...wordOperations,

  get_global: ({ result }, { heap }, operation) => {
    const read = heap.globalReader(attribute(operation, "name"));
    return (r) => {
      r[result] = read();
    };
  },
  set_global: ({ args }, { heap }, operation) => {
    const [a] = args as [number];
    const write = heap.globalWriter(attribute(operation, "name"));
    return (r) => write(r[a]);
  },

  call: ({ args, result }, context, operation) => {
    const code = context.codeOf(attribute(operation, "function"));
    const pass = passing(args);
    return {
      transfer: (next, site) => (machine, r) => machine.enter(code, pass(code, r), result, next, site),
    };
  },
  call_indirect: ({ args, result }) => {
    const [callee, ...rest] = args as [number, ...number[]];
    const pass = passing(rest);
    return {
      transfer: (next, site) => (machine, r) => {
        const code = r[callee] as Code;
        return machine.enter(code, pass(code, r), result, next, site);
      },
    };
  },
  call_native: ({ args, result }, { natives }, operation) => {
    const name = attribute(operation, "name");
    const run = natives.get(name);
    if (!run) throw new InternalFault(`the interpreter has no native function ${name}`);
    return (r) => {
      r[result] = run(...args.map((one) => r[one]));
    };
  },

  load: ({ args, result }, { heap }, operation) => {
    const [a] = args as [number];
    const load = heap.loader(attribute(operation, "width"));
    return (r) => {
      r[result] = load(r[a] as number);
    };
  },
  store: ({ args }, { heap }, operation) => {
    const [a, b] = args as [number, number];
    const store = heap.storer(attribute(operation, "width"));
    return (r) => store(r[a] as number, r[b]);
  },
  copy_bytes: ({ args }, { memory }) => {
    const [target, source, n] = args as [number, number, number];
    return (r) => memory.copyBytes(r[target] as number, r[source] as number, r[n] as number);
  },
  clear_bytes: ({ args }, { memory }) => {
    const [a, n] = args as [number, number];
    return (r) => memory.clearBytes(r[a] as number, r[n] as number);
  },
  ref_to_address: giving((ref, _b, _c, { heap }) => heap.addressOf(ref)),
  address_to_ref: giving((address, _b, _c, { heap }) => heap.refAt(address as number)),
  get_state: ({ result }, { heap, memory }, operation) => {
    const field = attribute(operation, "field") as StateField;
    const { woven } = heap;
    return (r) => {
      r[result] = woven ? woven.state(field) : memory.state[field];
    };
  },
  set_state: ({ args }, { heap, memory }, operation) => {
    const [a] = args as [number];
    const field = attribute(operation, "field") as StateField;
    const { woven } = heap;
    return (r) => {
      if (woven) woven.setState(field, r[a] as number);
      else memory.state[field] = r[a] as number;
    };
  },

  exception_pending: ({ result }, context, operation) => {
    const woven = wovenHeap(context, operation);
    return (r) => {
      r[result] = woven.exceptionPending() ? 1 : 0;
    };
  },
  exception_take: ({ result }, context, operation) => {
    const woven = wovenHeap(context, operation);
    return (r) => {
      r[result] = woven.takeException();
    };
  },
  exception_set: ({ args }, context, operation) => {
    const [a] = args as [number];
    const woven = wovenHeap(context, operation);
    return (r) => woven.setException(r[a]);
  },
  stack_low: ({ result }, { machine, stackLimit }) => {
    return (r) => {
      r[result] = machine.depth > stackLimit ? 1 : 0;
    };
  },
  roots_enter: (_places, context, operation) => {
    const woven = wovenHeap(context, operation);
    const slots = Number(operation.attributes.slots);
    return () => woven.moveRoots(slots);
  },
  roots_leave: (_places, context, operation) => {
    const woven = wovenHeap(context, operation);
    const slots = Number(operation.attributes.slots);
    return () => woven.moveRoots(-slots);
  },
  root_save: ({ args }, context, operation) => {
    const [a] = args as [number];
    const type = operation.args[0] && lowTypeOf(operation.args[0]);
    const save = wovenHeap(context, operation).rootSaver(Number(operation.attributes.index), type as LowType);
    return (r) => save(r[a]);
  },
  root_load: ({ result }, context, operation) => {
    const type = operation.result?.type;
    if (!type || !isLowType(type)) throw new InternalFault("root_load without a type");
    const load = wovenHeap(context, operation).rootLoader(Number(operation.attributes.index), type);
    return (r) => {
      r[result] = load();
    };
  },
  trace: (_places, { natives }, operation) => {
    const place = attribute(operation, "place");
    const start = operation.attributes.start === true;
    return () => natives.trace(place, start);
  },
  frame_memory: ({ result }, context, operation) => {
    const woven = wovenHeap(context, operation);
    const { program, machine, memory } = context;
    const { fixedSize } = structLayout(program, structOf(operation, context), memory.wordSize);
    return (r) => {
      r[result] = woven.frameMemory(machine.frame as Frame, machine.depth, operation, fixedSize);
    };
  },
  object_at: ({ args, result }, context, operation) => {
    const [address, type] = args as [number, number];
    const woven = wovenHeap(context, operation);
    return (r) => {
      r[result] = woven.objectAt(r[address] as number, r[type] as number);
    };
  },
};

/** What an operation of the low or woven level does. */
export function lowOperation(operation: Operation, places: Places, context: LowContext): Compiled {
  const op = operation.op as LowOpName;
  return isScalarOp(op) ? scalar(op, places) : operations[op as Rest](places, context, operation);
}

/** The meaning of each operation of the low and woven levels. Pure arithmetic is graph/evaluate.ts's. */
import { dispatchTable, lookUp } from "../../../graph/dispatch-table.ts";
import { evaluate, isScalarOp, type ScalarOpName } from "../../../graph/evaluate.ts";
import type { Operation } from "../../../graph/graph.ts";
import type { LowOpName } from "../../../graph/ops.ts";
import { InternalFault } from "../../../source/messages.ts";
import { printSpan } from "../../../source/span.ts";
import type { Code, Compiled, Registers } from "../code.ts";
import type { Places } from "../compile.ts";
import { StopSignal } from "../signals.ts";
import { attribute, type Compile, giving, type LowContext, structOf } from "./compiling.ts";
import { isSentinel } from "./float-sentinels.ts";
import type { Heap } from "./heap.ts";
import { objectOperations } from "./objects.ts";
import { fieldOf, taggedWord, tagOf } from "./value-words.ts";
import { wordOperations } from "./words.ts";
import { wovenOperations } from "./woven.ts";

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

  ...objectOperations,
  ...wordOperations,
  ...wovenOperations,

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
};

/** What an operation of the low or woven level does. */
export function lowOperation(operation: Operation, places: Places, context: LowContext): Compiled {
  const op = operation.op as LowOpName;
  return isScalarOp(op) ? scalar(op, places) : operations[op as Rest](places, context, operation);
}

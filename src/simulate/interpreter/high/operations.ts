/** The meaning of each operation of the high and typed levels: JavaScript's own. */
import type { Operation } from "../../../graph/graph.ts";
import type { HighOpName } from "../../../graph/ops.ts";
import { InternalFault } from "../../../source/messages.ts";
import type { Compiled } from "../code.ts";
import type { Places } from "../compile.ts";
import { callOperations } from "./calls.ts";
import { classTests } from "./class-tests.ts";
import {
  type Any,
  attribute,
  binary,
  type Cell,
  type Compile,
  type HighContext,
  unary,
} from "./compiling.ts";
import { iterationOperations } from "./iteration.ts";
import { propertyOperations } from "./properties.ts";

/** A sum or difference; `++` and `--` take 1 for 1n beside a BigInt. */
const stepping =
  (compute: (a: Any, b: Any) => unknown): Compile =>
  (places, context, operation) => {
    const step = (a: Any, b: Any): unknown => compute(a, typeof a === "bigint" ? BigInt(b) : b);
    return binary(operation.attributes.step === true ? step : compute)(places, context, operation);
  };

function cellOf({ globals, program, constant }: HighContext, name: string): Cell {
  let cell = globals.get(name);
  if (!cell) {
    const initial = program.globals.get(name)?.initial;
    cell = { value: initial ? constant(initial) : undefined, initialized: initial !== undefined };
    globals.set(name, cell);
  }
  return cell;
}

/** An object's own converter, or its `valueOf` first, then `toString`. */
function primitive(value: Any, hint: string): unknown {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return value;
  const converter = value[Symbol.toPrimitive] as ((hint: string) => unknown) | undefined;
  if (converter !== undefined) {
    const given = converter.call(value, hint);
    if ((typeof given !== "object" && typeof given !== "function") || given === null) return given;
    throw new TypeError("Cannot convert object to primitive value");
  }
  for (const name of ["valueOf", "toString"]) {
    const given = typeof value[name] === "function" ? (value[name]() as unknown) : value;
    if ((typeof given !== "object" && typeof given !== "function") || given === null) return given;
  }
  throw new TypeError("Cannot convert object to primitive value");
}

const operations: Record<HighOpName, Compile> = {
  add: stepping((a, b) => a + b),
  sub: stepping((a, b) => a - b),
  mul: binary((a, b) => a * b),
  div: binary((a, b) => a / b),
  mod: binary((a, b) => a % b),
  pow: binary((a, b) => a ** b),
  neg: unary((a) => -a),
  to_number: (places, context, operation) =>
    unary(operation.attributes.step === true ? (a) => (typeof a === "bigint" ? a : +a) : (a) => +a)(
      places,
      context,
      operation,
    ),
  bit_and: binary((a, b) => a & b),
  bit_or: binary((a, b) => a | b),
  bit_xor: binary((a, b) => a ^ b),
  bit_not: unary((a) => ~a),
  shift_left: binary((a, b) => a << b),
  shift_right: binary((a, b) => a >> b),
  shift_right_unsigned: binary((a, b) => a >>> b),

  less: binary((a, b) => a < b),
  less_equal: binary((a, b) => a <= b),
  greater: binary((a, b) => a > b),
  greater_equal: binary((a, b) => a >= b),
  strict_equal: binary((a, b) => a === b),
  strict_not_equal: binary((a, b) => a !== b),
  // biome-ignore lint/suspicious/noDoubleEquals: the operation is that operator.
  loose_equal: binary((a, b) => a == b),
  // biome-ignore lint/suspicious/noDoubleEquals: the operation is that operator.
  loose_not_equal: binary((a, b) => a != b),
  truthy: unary((a) => Boolean(a)),
  not: unary((a) => !a),
  typeof: unary((a) => typeof a),

  to_primitive: ({ args, result }, _context, operation) => {
    const [a] = args as [number];
    const hint = attribute(operation, "hint");
    return (r) => {
      r[result] = primitive(r[a], hint);
    };
  },
  to_string: unary((a) => `${a}`),
  concat: ({ args, result }) => {
    return (r) => {
      let text = "";
      for (const one of args) text += r[one] as string;
      r[result] = text;
    };
  },

  ...classTests,
  ...propertyOperations,
  ...callOperations,
  ...iterationOperations,

  get_global: ({ result }, context, operation) => {
    const cell = cellOf(context, attribute(operation, "name"));
    return (r) => {
      r[result] = cell.value;
    };
  },
  set_global: ({ args }, context, operation) => {
    const [a] = args as [number];
    const cell = cellOf(context, attribute(operation, "name"));
    return (r) => {
      cell.value = r[a];
      cell.initialized = true;
    };
  },
  check_global: (_places, context, operation) => {
    const name = attribute(operation, "name");
    const shown = operation.attributes.shown ?? name.slice(name.lastIndexOf(".") + 1);
    const cell = cellOf(context, name);
    return () => {
      if (cell.initialized) return;
      throw new ReferenceError(`Cannot access '${shown}' before initialization`);
    };
  },

  // The room `suspend` has split every function that has one.
  suspend: () => () => {
    throw new InternalFault("a suspension that was not split");
  },
  refine: unary((a) => a),
};

/** What an operation of the high or typed level does. */
export function highOperation(operation: Operation, places: Places, context: HighContext): Compiled {
  return operations[operation.op as HighOpName](places, context, operation);
}

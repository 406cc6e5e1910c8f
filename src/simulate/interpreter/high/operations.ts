/** The meaning of each operation of the high and typed levels: JavaScript's own. */

import { type BuiltinName, isBuiltin } from "../../../graph/builtins.ts";
import { chooseMethod, severalMethods } from "../../../graph/dispatch-table.ts";
import { cannotDestructure } from "../../../graph/error-messages.ts";
import { isHiddenName } from "../../../graph/frames.ts";
import type { Operation } from "../../../graph/graph.ts";
import type { HighOpName } from "../../../graph/ops.ts";
import { InternalFault } from "../../../source/messages.ts";
import type { Compiled, End, Registers, Segment } from "../code.ts";
import type { Places } from "../compile.ts";
import { type Cell, type Compile, callAny, type HighContext } from "./compiling.ts";
import { iterationOperations } from "./iteration.ts";
import { calleeOf, callRegisters, classValueOf, fixedRegisters } from "./objects.ts";
import { keyOf, memberKey, ownKeys } from "./symbols.ts";
import { nativeOf } from "./typed-arrays.ts";

/** Operands and results are whatever the program has: Node says what comes out, or throws. */
// biome-ignore lint/suspicious/noExplicitAny: JavaScript's operators take values of every type.
type Any = any;

const unary =
  (compute: (a: Any) => unknown): Compile =>
  ({ args, result }) => {
    const [a] = args as [number];
    return (r) => {
      r[result] = compute(r[a]);
    };
  };

const binary =
  (compute: (a: Any, b: Any) => unknown): Compile =>
  ({ args, result }) => {
    const [a, b] = args as [number, number];
    return (r) => {
      r[result] = compute(r[a], r[b]);
    };
  };

/** A sum or difference; `++` and `--` take 1 for 1n beside a BigInt. */
const stepping =
  (compute: (a: Any, b: Any) => unknown): Compile =>
  (places, context, operation) => {
    const step = (a: Any, b: Any): unknown => compute(a, typeof a === "bigint" ? BigInt(b) : b);
    return binary(operation.attributes.step === true ? step : compute)(places, context, operation);
  };

function attribute(operation: Operation, name: string): string {
  return String(operation.attributes[name]);
}

function values(r: Registers, args: readonly number[]): unknown[] {
  return args.map((one) => r[one]);
}

/** The arguments of a call of what only flow knows. */
function argumentsIn(r: Registers, args: readonly number[], operation: Operation): unknown[] {
  const given = values(r, args);
  if (operation.attributes.spread !== true) return given;
  const tail = given.pop() as unknown[];
  return [...given, ...tail];
}

/** A call of a member: the library's by its name in builtins.ts, else what the property holds. */
function callMethod({ args, result }: Places, context: HighContext, operation: Operation): Compiled {
  const [receiver, ...rest] = args as [number, ...number[]];
  const name = attribute(operation, "name");
  const key = memberKey(name);
  const shown = operation.attributes.shown ?? name;
  const transfer =
    (next: Segment, site: Segment): End =>
    (machine, r) => {
      const object = r[receiver] as Any;
      if (object === undefined || object === null) object[key];
      const found = object[key] as unknown;
      const own = calleeOf(found);
      const given = argumentsIn(r, rest, operation);
      if (own) return machine.enter(own.code, callRegisters(own, object, given), result, next, site);
      const library = `${Array.isArray(object) ? "array" : typeof object}.${name}`;
      if (isBuiltin(library)) r[result] = context.builtins.call(library, [object, ...given]);
      else if (typeof found === "function") r[result] = found.apply(object, given);
      else {
        // Node has no method of that name: it is one of the prelude's own (`unshiftAll`).
        const inPrelude = `prelude.arrays.${name}`;
        if (!Array.isArray(object) || !context.program.functions.has(inPrelude))
          throw new TypeError(`${shown} is not a function`);
        const code = context.codeOf(inPrelude);
        return machine.enter(
          code,
          callRegisters({ code, captures: [] }, object, [object, ...given]),
          result,
          next,
          site,
        );
      }
      return next;
    };
  return { transfer };
}

function cellOf({ globals, program, constant }: HighContext, name: string): Cell {
  let cell = globals.get(name);
  if (!cell) {
    const initial = program.globals.get(name)?.initial;
    cell = { value: initial ? constant(initial) : undefined, initialized: initial !== undefined };
    globals.set(name, cell);
  }
  return cell;
}

/** `super.name`: found on the parent's prototype, read and written with our own `this`. */
function superOf(context: HighContext, operation: Operation): { home: object; name: PropertyKey } {
  return {
    home: context.objects.superPrototype(attribute(operation, "class")),
    name: memberKey(attribute(operation, "name")),
  };
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
  instance_of: ({ args, result }, { objects }, operation) => {
    const [a] = args as [number];
    const holds = objects.instanceTest(attribute(operation, "class"));
    return (r) => {
      r[result] = holds(r[a]);
    };
  },

  dispatch: ({ args, result }, { objects }, { attributes }) => {
    const [a, b] = args as [number, number];
    const methods = attributes.methods as readonly string[];
    return (r) => {
      const chosen = chooseMethod(methods, objects.distanceFrom(r[a]), objects.distanceFrom(r[b]));
      if (chosen < 0) {
        const names = [r[a], r[b]].map((one) => nameOfClass(one)).join(" and ");
        const what = chosen === severalMethods ? "several methods" : "no method";
        throw new TypeError(`${String(attributes.name)} has ${what} for ${names}`);
      }
      r[result] = chosen;
    };
  },

  instance_of_value: ({ args, result }, { objects }) => {
    const [a, c] = args as [number, number];
    return (r) => {
      const right = r[c];
      const info = classValueOf(right);
      if (!info) {
        const what = typeof right === "object" && right !== null ? "callable" : "an object";
        throw new TypeError(
          `Right-hand side of 'instanceof' is not ${typeof right === "function" ? "a class" : what}`,
        );
      }
      const callee = calleeOf(right);
      const [index, field] = callee?.code.graph.notes.identity?.split(" ") ?? [];
      const isOwn = field === undefined || (r[a] as Any)?.[field] === callee?.captures[Number(index)];
      r[result] = isOwn && objects.instanceTest(info.constructs as string)(r[a]);
    };
  },

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

  get_property: ({ args, result }, _context, operation) => {
    const [a] = args as [number];
    const name = attribute(operation, "name");
    const key = memberKey(name);
    const { pattern, check, own } = operation.attributes;
    // What a function value keeps goes by its number.
    if (/^\d+$/.test(name))
      return (r) => {
        r[result] = calleeOf(r[a])?.captures[Number(name)];
      };
    if (own === true)
      return (r) => {
        const found = (r[a] as Any)[key] as unknown;
        r[result] = found === Reflect.get(Object.prototype, key) ? undefined : found;
      };
    if (typeof pattern !== "string")
      return (r) => {
        r[result] = (r[a] as Any)[key];
      };
    return (r) => {
      const object = r[a] as Any;
      if (object === undefined || object === null)
        throw new TypeError(cannotDestructure(pattern, name, object === null ? "null" : "undefined"));
      r[result] = check === true ? undefined : object[key];
    };
  },
  set_property: ({ args }, _context, operation) => {
    const [a, b] = args as [number, number];
    const name = attribute(operation, "name");
    const key = memberKey(name);
    if (isHiddenName(name) && name !== "#ownName")
      return (r) => {
        const described = { value: r[b], writable: true, enumerable: false, configurable: true };
        Object.defineProperty(r[a], key, described);
      };
    return (r) => {
      (r[a] as Any)[key] = r[b];
      // A name of an error's own is listed among its properties.
      if (name === "#ownName") showOwnName(r[a] as Any);
    };
  },
  define_field: ({ args }, { objects }, operation) => {
    const [a, b] = args as [number, number];
    const name = attribute(operation, "name");
    const key = memberKey(name);
    // What the program cannot name, such as captured variables, nothing lists.
    // Neither does anything list what errors have by themselves.
    const enumerable = !name.startsWith("#") && !attribute(operation, "class").startsWith("prelude.");
    if (enumerable && !objects.mayBeAccessor(name)) {
      return (r) => {
        (r[a] as Any)[key] = r[b];
      };
    }
    return (r) => {
      const described = { value: r[b], writable: true, enumerable, configurable: true };
      Object.defineProperty(r[a], key, described);
    };
  },
  get_index: binary((a, b) => (nativeOf(a) ?? a)[b]),
  has_property: binary((name, object) => keyOf(name) in object),
  delete_property: binary((object, name) => delete object[keyOf(name)]),
  copy_properties: ({ args }, _context, operation) => {
    const [target, source] = args as [number, number];
    const excluded = new Set<PropertyKey>(
      ((operation.attributes.excluded ?? []) as readonly string[]).map(memberKey),
    );
    return (r) => {
      const keys = ownKeys(Object(r[source] ?? {}) as object).filter((key) => !excluded.has(key));
      for (const key of keys) (r[target] as Any)[key] = (r[source] as Any)[key];
    };
  },
  set_index: ({ args }) => {
    const [a, b, c] = args as [number, number, number];
    return (r) => {
      ((nativeOf(r[a]) ?? r[a]) as Any)[r[b] as number] = r[c];
    };
  },
  get_super: ({ args, result }, context, operation) => {
    const [a] = args as [number];
    const { home, name } = superOf(context, operation);
    return (r) => {
      r[result] = Reflect.get(home, name, r[a]);
    };
  },
  set_super: ({ args }, context, operation) => {
    const [a, b] = args as [number, number];
    const { home, name } = superOf(context, operation);
    return (r) => {
      if (!Reflect.set(home, name, r[b], r[a]))
        throw new TypeError(`Cannot assign to read only property '${String(name)}'`);
    };
  },

  call: ({ args, result }, context, operation) => {
    const code = context.codeOf(attribute(operation, "function"));
    const transfer =
      (next: Segment, site: Segment): End =>
      (machine, r) => {
        const registers = code.newRegisters();
        const count = Math.min(code.params, args.length);
        for (let i = 0; i < count; i++) registers[i] = r[args[i]!];
        return machine.enter(code, registers, result, next, site);
      };
    return { transfer };
  },
  call_value: ({ args, result }, _context, operation) => {
    const [callee, ...given] = args as [number, ...number[]];
    const self = operation.attributes.self === true ? given[0] : undefined;
    const rest = self === undefined ? given : given.slice(1);
    const shown = operation.attributes.shown ?? "the value called";
    const transfer =
      (next: Segment, site: Segment): End =>
      (machine, r) => {
        const value = r[callee];
        if (typeof value !== "function") throw new TypeError(`${shown} is not a function`);
        const made = classValueOf(value);
        if (made)
          throw new TypeError(`Class constructor ${made.displayName} cannot be invoked without 'new'`);
        const own = self === undefined ? undefined : r[self];
        return callAny(machine, r, value, own, argumentsIn(r, rest, operation), result, next, site);
      };
    return { transfer };
  },
  new_value: ({ args, result }, _context, operation) => {
    const [callee, ...rest] = args as [number, ...number[]];
    const shown = operation.attributes.shown ?? "the value";
    const transfer =
      (next: Segment, site: Segment): End =>
      (machine, r) => {
        if (!classValueOf(r[callee])) throw new TypeError(`${shown} is not a constructor`);
        return callAny(machine, r, r[callee], undefined, argumentsIn(r, rest, operation), result, next, site);
      };
    return { transfer };
  },
  call_method: callMethod,
  call_super: ({ args, result }, context, operation) => {
    const [self, ...rest] = args as [number, ...number[]];
    const { home, name } = superOf(context, operation);
    const transfer =
      (next: Segment, site: Segment): End =>
      (machine, r) => {
        const callee = Reflect.get(home, name, r[self]) as unknown;
        if (typeof callee !== "function") {
          throw new TypeError(`(intermediate value).${String(name)} is not a function`);
        }
        return callAny(machine, r, callee, r[self], argumentsIn(r, rest, operation), result, next, site);
      };
    return { transfer };
  },
  call_builtin: ({ args, result }, { builtins }, operation) => {
    const name = attribute(operation, "name");
    if (!builtins.has(name)) throw new InternalFault(`the interpreter has no library function ${name}`);
    return (r) => {
      r[result] = builtins.call(name as BuiltinName, values(r, args));
    };
  },
  new: ({ args, result }, { objects }, operation) => {
    const className = attribute(operation, "class");
    const code = objects.constructorOf(className);
    const transfer =
      (next: Segment, site: Segment): End =>
      (machine, r) => {
        const made = objects.instance(className);
        if (code) {
          const registers = fixedRegisters({ code, captures: [] }, made, values(r, args));
          return machine.enter(code, registers, result, next, site, made);
        }
        r[result] = made;
        return next;
      };
    return { transfer };
  },

  new_object: ({ args, result }, { objects }, operation) => {
    const make = objects.literal(attribute(operation, "class"));
    return (r) => {
      r[result] = make(values(r, args));
    };
  },
  new_array: ({ args, result }) => {
    return (r) => {
      r[result] = values(r, args);
    };
  },
  new_array_length: unary((length) => new Array(length)),
  closure: ({ args, result }, { objects }, operation) => {
    const info = objects.classOf(attribute(operation, "class"));
    const name = info.function;
    if (name === undefined) {
      return (r) => {
        const [target, self, ...kept] = values(r, args);
        r[result] = objects.boundValue(target as () => unknown, self, kept);
      };
    }
    return (r) => {
      r[result] = objects.functionValue(name, values(r, args));
    };
  },

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

  ...iterationOperations,

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

/** The accessors that all errors share, as this error's own. */
function showOwnName(error: Any): void {
  for (let one: unknown = error; one !== null; one = Object.getPrototypeOf(one)) {
    const shared = Object.getOwnPropertyDescriptor(one, "name");
    if (!shared) continue;
    if (one !== error) Object.defineProperty(error, "name", { ...shared, enumerable: true });
    return;
  }
}

function nameOfClass(value: unknown): string {
  if (value === null) return "null";
  const isObject = typeof value === "object" || typeof value === "function";
  return isObject ? (value as object).constructor.name : typeof value;
}

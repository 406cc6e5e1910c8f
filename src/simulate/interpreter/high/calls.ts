/** Calls, and what is made: instances, literals, arrays and functions as values. */
import { type BuiltinName, isBuiltin } from "../../../graph/builtins.ts";
import type { Operation } from "../../../graph/graph.ts";
import type { HighOpName } from "../../../graph/ops.ts";
import { withoutKeys } from "../../../graph/program.ts";
import { InternalFault } from "../../../source/messages.ts";
import type { Compiled, End, Segment } from "../code.ts";
import type { Places } from "../compile.ts";
import {
  type Any,
  argumentsIn,
  attribute,
  type Compile,
  callAny,
  type HighContext,
  superOf,
  unary,
  values,
} from "./compiling.ts";
import { calleeOf, callRegisters, classValueOf, fixedRegisters } from "./objects.ts";
import { memberKey } from "./symbols.ts";

/** A call of a member: the library's by its name in builtins.ts, else what the property holds. */
function callMethod({ args, result }: Places, context: HighContext, operation: Operation): Compiled {
  const [receiver, ...rest] = args as [number, ...number[]];
  const name = attribute(operation, "name");
  const key = memberKey(name);
  const plain = memberKey(withoutKeys(name));
  const shown = operation.attributes.shown ?? name;
  const transfer =
    (next: Segment, site: Segment): End =>
    (machine, r) => {
      const object = r[receiver] as Any;
      if (object === undefined || object === null) object[key];
      const found = (
        Object.hasOwn(object, plain) ? object[plain] : (object[key] ?? object[plain])
      ) as unknown;
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

export const callOperations = {
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
} satisfies Partial<Record<HighOpName, Compile>>;

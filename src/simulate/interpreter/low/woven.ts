/** What the weaver puts in: addresses and bytes, the state of a run, exceptions under way, roots, objects in frames. */
import { lowTypeOf } from "../../../graph/operand-type.ts";
import type { LowOpName } from "../../../graph/ops.ts";
import type { StateField } from "../../../graph/state-layout.ts";
import { structLayout } from "../../../graph/struct-layout.ts";
import { isLowType, type LowType } from "../../../graph/types.ts";
import { InternalFault } from "../../../source/messages.ts";
import type { Frame } from "../machine.ts";
import { attribute, type Compile, giving, structOf, wovenHeap } from "./compiling.ts";

export const wovenOperations = {
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
} satisfies Partial<Record<LowOpName, Compile>>;

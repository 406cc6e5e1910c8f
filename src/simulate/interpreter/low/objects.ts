/** Fields, items and bytes of objects, and their allocation. */
import type { LowOpName } from "../../../graph/ops.ts";
import { byteCodec, scratch } from "./byte-codecs.ts";
import { attribute, type Compile, giving, structOf } from "./compiling.ts";

export const objectOperations = {
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
    const struct = structOf(operation, context);
    const make = context.heap.allocator(struct);
    const { onAllocation } = context;
    return (r) => {
      onAllocation?.(struct, 0);
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
    const struct = structOf(operation, context);
    const make = context.heap.itemsAllocator(struct);
    const { onAllocation } = context;
    return (r) => {
      onAllocation?.(struct, r[a] as number);
      r[result] = make(r[a] as number);
    };
  },
  // Records are Node's.
  collect_all: giving(() => undefined),
  dump_heap: giving(() => 0),
  pin: giving(() => true),
  allocate_like: giving((ref, length, _c, { heap, onAllocation }) => {
    onAllocation?.(heap.structOf(ref), length as number);
    return heap.allocateLike(ref, length as number);
  }),
  copy_items: ({ args }, { heap }) => {
    const [target, to, source, from, n] = args as [number, number, number, number, number];
    return (r) => heap.copyItems(r[target], r[to] as number, r[source], r[from] as number, r[n] as number);
  },
  clear_items: ({ args }, { heap }) => {
    const [object, from, n] = args as [number, number, number];
    return (r) => heap.clearItems(r[object], r[from] as number, r[n] as number);
  },
} satisfies Partial<Record<LowOpName, Compile>>;

import type { Collector } from "../collector.ts";

/** The conservative collector of Boehm, Demers and Weiser: a library that finds its roots by itself. */
export const boehm: Collector = {
  name: "boehm",
  traits: {
    moves: false,
    writeBarrier: "none",
    bumpAllocates: false,
    roots: "none",
    pins: "always",
    identityHash: "address-complement",
    library: {
      name: "gc",
      header: "gc.h",
      debianPackage: "libgc-dev",
      initialize: "GC_init",
      allocate: "GC_malloc",
      allocateWithoutPointers: "GC_malloc_atomic",
      collect: "GC_gcollect",
    },
  },
};

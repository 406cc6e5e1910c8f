import { boehm } from "./boehm/boehm.ts";
import type { Collector } from "./collector.ts";
import { generation } from "./generation/generation.ts";
import { incminimark } from "./incminimark/incminimark.ts";
import { marksweep } from "./marksweep/marksweep.ts";
import { none } from "./none/none.ts";
import { refcount } from "./refcount/refcount.ts";
import { semispace } from "./semispace/semispace.ts";

/** All collectors; the first is the default. */
export const collectors: readonly Collector[] = [
  incminimark,
  generation,
  semispace,
  marksweep,
  refcount,
  none,
  boehm,
];

export function collectorNamed(name: string): Collector | undefined {
  return collectors.find((collector) => collector.name === name);
}

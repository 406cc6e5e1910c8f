/**
 * The one struct at a known address that woven code, the collectors and the run-time share:
 * `state` of `heddle/memory`. Each field is 8 bytes in both word sizes, in this order.
 */
export const stateFields = [
  /** Where the next object goes, … */
  "freePointer",
  /** … unless it would end above this: then `allocateSlow`. */
  "limit",
  /** The shadow stack grows upwards: its live part is [rootBase, rootTop), 8 bytes a slot … */
  "rootBase",
  "rootTop",
  /** … and must stay below this. */
  "rootLimit",
  /** Address of a table of `staticRootCount` u32 addresses, each of one 8-byte slot in static data. */
  "staticRoots",
  "staticRootCount",
  /** The thrown object on its way to a handler, 0 if none. Its address is among the static roots. */
  "pendingException",
  /** The machine stack must stay above this. */
  "stackLimit",
  /** All frames of the program are below this, and above the limit: a reference in between leads to an object in a frame. */
  "stackStart",
  /** Bytes the heap starts with and may not exceed; 0: the collector's choice, no maximum. */
  "heapMinimum",
  "heapMaximum",
  /** Bytes of the nursery; 0: the collector's choice. So for all that follow. */
  "nurserySize",
  /** Thousandths of the live data at which the next major collection begins, … */
  "majorCollect",
  /** … of the last such threshold that the next one has at most, … */
  "heapGrowth",
  /** … and bytes above the live data that it is at most. */
  "heapMaximumDelta",
  /** Bytes that a step of a major collection marks. */
  "incrementStep",
  /** Collect every so many bytes, 0: only when needed. */
  "gcStress",
  /** Not 0: verify the whole heap after each collection. */
  "gcCheck",
  /** Not 0: emptied nurseries are protected, and others take their turn. */
  "gcDebug",
  /** What the collector has done so far. */
  "collections",
  /** Weak fields that collections have cleared, and objects that they found ready for their finalizers. */
  "weakDeaths",
  "gcNanoseconds",
  /** Not 0: somebody wants a picture of the heap; then `limit` is 0 and this the collector's. */
  "pictureAsked",
  "pictureLimit",
] as const;

export type StateField = (typeof stateFields)[number];

/** All plain numbers. */
export type State = Record<StateField, number>;

export const stateFieldSize = 8;

/** All settings of collectors begin so in the environment: another name with this beginning is a mistake. */
export const settingPrefix = "HEDDLE_GC_";

/** A setting is a number of bytes, or a factor that its field has in thousandths. */
interface Setting {
  /** What follows the prefix. */
  readonly suffix: string;
  readonly field: StateField;
  readonly unit: "bytes" | "factor";
}

/** What the environment may say about the collector (docs/collectors.md), read when the program starts. */
export const settings: readonly Setting[] = [
  { suffix: "MIN", field: "heapMinimum", unit: "bytes" },
  { suffix: "MAX", field: "heapMaximum", unit: "bytes" },
  { suffix: "NURSERY", field: "nurserySize", unit: "bytes" },
  { suffix: "MAJOR_COLLECT", field: "majorCollect", unit: "factor" },
  { suffix: "GROWTH", field: "heapGrowth", unit: "factor" },
  { suffix: "MAX_DELTA", field: "heapMaximumDelta", unit: "bytes" },
  { suffix: "INCREMENT_STEP", field: "incrementStep", unit: "bytes" },
  { suffix: "STRESS", field: "gcStress", unit: "bytes" },
  { suffix: "CHECK", field: "gcCheck", unit: "bytes" },
  { suffix: "DEBUG", field: "gcDebug", unit: "bytes" },
];

/** What a message about a name that is none of them ends with. */
export const settingNames = settings.map(({ suffix }) => settingPrefix + suffix).join(", ");

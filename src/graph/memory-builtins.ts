/**
 * What system code may call of src/memory (`call_builtin{name=memory.NAME}`): each is one machine operation or a few.
 * The TypeScript functions of that name are what Node runs.
 */
export type MemoryType =
  | "int"
  | "float"
  | "bool"
  /** Any string; also a flat one that is still being filled. */
  | "string"
  /** An object of which nothing is known: `objectType(referenceClass)`. */
  | "ref"
  /** Anything at all: every kind, floats, `referenceClass`. */
  | "value"
  /** As it is: the parameter takes whatever representation the argument has. */
  | "any"
  | "void"
  | "never";

export interface MemoryBuiltin {
  readonly args: readonly MemoryType[];
  readonly result: MemoryType;
  readonly effect: "none" | "reads" | "allocates" | "writes" | "io";
}

const load = { args: ["int"], result: "int", effect: "reads" } as const;
const store = { args: ["int", "int"], result: "void", effect: "writes" } as const;
const test = { args: ["string"], result: "bool", effect: "reads" } as const;
const service = { args: [], result: "int", effect: "io" } as const;

/** Target, place, source, place, count, and more. */
function rowOf<Result extends "int" | "void", Rest extends readonly MemoryType[]>(
  result: Result,
  ...rest: Rest
) {
  return { args: ["ref", "int", "ref", "int", "int", ...rest], result, effect: "writes" } as const;
}

export const memoryBuiltins = {
  // memory.ts
  "memory.wordSize": { args: [], result: "int", effect: "none" },
  "memory.load8": load,
  "memory.load16": load,
  "memory.load32": load,
  "memory.loadInt32": load,
  "memory.loadWord": load,
  "memory.loadInt64": load,
  "memory.loadFloat64": { args: ["int"], result: "float", effect: "reads" },
  "memory.store8": store,
  "memory.store16": store,
  "memory.store32": store,
  "memory.storeWord": store,
  "memory.storeInt64": store,
  "memory.storeFloat64": { args: ["int", "float"], result: "void", effect: "writes" },
  "memory.copyBytes": { args: ["int", "int", "int"], result: "void", effect: "writes" },
  "memory.clearBytes": { args: ["int", "int"], result: "void", effect: "writes" },
  "memory.allocateBytes": { args: ["int"], result: "int", effect: "io" },
  "memory.freeBytes": { args: ["int"], result: "void", effect: "io" },
  "memory.reserveSpace": { args: ["int"], result: "int", effect: "io" },
  "memory.releaseSpace": { args: ["int", "int"], result: "void", effect: "io" },
  "memory.protectSpace": { args: ["int", "int"], result: "void", effect: "io" },
  "memory.unprotectSpace": { args: ["int", "int"], result: "void", effect: "io" },
  "memory.discardSpace": { args: ["int", "int"], result: "void", effect: "io" },
  "memory.preferHugePages": { args: ["int", "int"], result: "void", effect: "io" },
  "memory.prefetch": { args: ["int"], result: "void", effect: "io" },
  "memory.addressOf": { args: ["any"], result: "int", effect: "none" },
  "memory.referenceAt": { args: ["int"], result: "ref", effect: "none" },
  "memory.poison": { args: ["int", "int"], result: "void", effect: "none" },
  "memory.declareObject": { args: ["int", "int"], result: "void", effect: "none" },
  "memory.freeManaged": { args: ["any"], result: "void", effect: "io" },
  "memory.clockNanoseconds": service,
  "memory.debugPrint": { args: ["string"], result: "void", effect: "io" },
  "memory.stop": { args: ["int", "string"], result: "never", effect: "io" },

  // failures.ts
  "memory.throwRangeError": { args: ["string"], result: "never", effect: "io" },
  "memory.throwTypeError": { args: ["string"], result: "never", effect: "io" },

  // float-bits.ts
  "memory.highWord": { args: ["float"], result: "int", effect: "none" },
  "memory.lowWord": { args: ["float"], result: "int", effect: "none" },
  "memory.fromWords": { args: ["int", "int"], result: "float", effect: "none" },
  "memory.fround": { args: ["float"], result: "float", effect: "none" },

  // string-primitives.ts
  "memory.asciiString": { args: ["any", "int"], result: "string", effect: "allocates" },
  "memory.allocateString": { args: ["int", "bool"], result: "string", effect: "allocates" },
  "memory.finishString": { args: ["string"], result: "string", effect: "none" },
  "memory.isRope": test,
  "memory.isJoined": test,
  "memory.ropeLeft": { args: ["string"], result: "string", effect: "reads" },
  "memory.ropeRight": { args: ["string"], result: "string", effect: "reads" },
  "memory.newRope": { args: ["string", "string", "int"], result: "string", effect: "allocates" },
  "memory.setRopeFlat": { args: ["string", "string"], result: "void", effect: "writes" },
  "memory.isWide": test,
  "memory.byteUnit": { args: ["string", "int"], result: "int", effect: "reads" },
  "memory.wideUnit": { args: ["string", "int"], result: "int", effect: "reads" },
  "memory.sameUnits": { args: ["string", "int", "string", "int", "int"], result: "int", effect: "reads" },
  "memory.findUnit": { args: ["string", "int", "int", "int"], result: "int", effect: "reads" },
  "memory.setByteUnit": { args: ["string", "int", "int"], result: "void", effect: "writes" },
  "memory.setWideUnit": { args: ["string", "int", "int"], result: "void", effect: "writes" },
  "memory.copyByteUnits": {
    args: ["string", "int", "string", "int", "int"],
    result: "void",
    effect: "writes",
  },
  "memory.copyWideUnits": {
    args: ["string", "int", "string", "int", "int"],
    result: "void",
    effect: "writes",
  },
  "memory.stringHash": { args: ["string"], result: "int", effect: "reads" },
  "memory.setStringHash": { args: ["string", "int"], result: "void", effect: "writes" },
  "memory.sameString": { args: ["string", "string"], result: "bool", effect: "none" },

  // byte-primitives.ts
  "memory.allocateBuffer": { args: ["int"], result: "ref", effect: "allocates" },
  "memory.copyBuffer": { args: ["ref", "int", "ref", "int", "int"], result: "void", effect: "writes" },
  "memory.bufferByte": { args: ["ref", "int"], result: "int", effect: "reads" },
  "memory.setBufferByte": { args: ["ref", "int", "int"], result: "void", effect: "writes" },
  "memory.bufferFloat32": { args: ["ref", "int"], result: "float", effect: "reads" },
  "memory.setBufferFloat32": { args: ["ref", "int", "float"], result: "void", effect: "writes" },
  "memory.bufferFloat64": { args: ["ref", "int"], result: "float", effect: "reads" },
  "memory.setBufferFloat64": { args: ["ref", "int", "float"], result: "void", effect: "writes" },
  "memory.sameBuffer": { args: ["ref", "ref"], result: "bool", effect: "none" },

  // bigint-primitives.ts
  "memory.allocateBigInt": { args: ["int"], result: "ref", effect: "allocates" },
  "memory.wordCount": { args: ["ref"], result: "int", effect: "reads" },
  "memory.setWordCount": { args: ["ref", "int"], result: "void", effect: "writes" },
  "memory.isNegative": { args: ["ref"], result: "bool", effect: "reads" },
  "memory.setNegative": { args: ["ref", "bool"], result: "void", effect: "writes" },
  "memory.halfAt": { args: ["ref", "int"], result: "int", effect: "reads" },
  "memory.setHalf": { args: ["ref", "int", "int"], result: "void", effect: "writes" },
  "memory.copyWords": { args: ["ref", "int", "ref", "int", "int"], result: "void", effect: "writes" },
  "memory.clearWords": { args: ["ref", "int", "int"], result: "void", effect: "writes" },
  "memory.bigIntOf": { args: ["value"], result: "ref", effect: "none" },
  "memory.addWords": rowOf("int", "ref", "int", "int"),
  "memory.subtractWords": rowOf("int", "ref", "int", "int"),
  "memory.multiplyAddWords": rowOf("void", "ref", "int"),
  "memory.multiplySubtractWords": rowOf("int", "ref", "int"),
  "memory.shiftWordsLeft": rowOf("void", "int"),
  "memory.shiftWordsRight": rowOf("void", "int"),
  "memory.divideWords": rowOf("void", "ref", "int", "ref"),
  "memory.guessQuotient": {
    args: ["ref", "int", "ref", "int", "ref", "int"],
    result: "void",
    effect: "writes",
  },
  "memory.leadingZeros": { args: ["ref", "int"], result: "int", effect: "reads" },

  // symbol-primitives.ts
  "memory.newSymbol": { args: ["string", "string"], result: "ref", effect: "allocates" },
  "memory.symbolKey": { args: ["ref"], result: "string", effect: "reads" },
  "memory.setSymbolKey": { args: ["ref", "string"], result: "void", effect: "writes" },
  "memory.hasDescription": { args: ["ref"], result: "bool", effect: "reads" },
  "memory.symbolDescription": { args: ["ref"], result: "string", effect: "reads" },
  "memory.symbolOf": { args: ["value"], result: "ref", effect: "none" },

  // array-primitives.ts
  "memory.listLength": { args: ["ref"], result: "int", effect: "reads" },
  "memory.setListLength": { args: ["ref", "int"], result: "void", effect: "writes" },
  "memory.listItems": { args: ["ref"], result: "ref", effect: "reads" },
  "memory.setListItems": { args: ["ref", "ref"], result: "void", effect: "writes" },
  "memory.itemsLength": { args: ["ref"], result: "int", effect: "reads" },
  "memory.allocateLike": { args: ["ref", "int"], result: "ref", effect: "allocates" },
  "memory.copyItems": { args: ["ref", "int", "ref", "int", "int"], result: "void", effect: "writes" },
  "memory.clearItems": { args: ["ref", "int", "int"], result: "void", effect: "writes" },
  "memory.stringItem": { args: ["ref", "int"], result: "string", effect: "reads" },
  "memory.valueItem": { args: ["ref", "int"], result: "value", effect: "reads" },
  "memory.allocateStrings": { args: ["int"], result: "ref", effect: "allocates" },
  "memory.setStringItem": { args: ["ref", "int", "string"], result: "void", effect: "writes" },

  // key-primitives.ts
  "memory.hashKey": { args: ["any"], result: "int", effect: "writes" },
  "memory.indexOfText": { args: ["string"], result: "int", effect: "reads" },
  "memory.isInheritedName": { args: ["string"], result: "bool", effect: "reads" },
  "memory.stopAtName": { args: ["string"], result: "never", effect: "io" },
  "memory.sameKey": { args: ["any", "any"], result: "bool", effect: "writes" },

  // collection-primitives.ts
  "memory.collectAll": { args: [], result: "void", effect: "io" },
  "memory.pinObject": { args: ["any"], result: "bool", effect: "io" },
  "memory.weakDeaths": service,
  "memory.collectionCount": service,
  "memory.collectionNanoseconds": service,

  // log-primitives.ts
  "memory.openLog": service,
  "memory.beginSection": { args: ["int"], result: "void", effect: "io" },
  "memory.endSection": { args: ["int"], result: "void", effect: "io" },
  "memory.writeLine": { args: ["int", "int"], result: "void", effect: "io" },

  // profile-primitives.ts
  "memory.table": { args: ["int"], result: "int", effect: "none" },
  "memory.frameAddress": service,
  "memory.catchSignal": { args: [], result: "void", effect: "io" },
  "memory.dumpHeap": { args: ["int"], result: "int", effect: "io" },
  "memory.startTimer": { args: ["int"], result: "void", effect: "io" },

  // value-primitives.ts
  "memory.reflectKind": { args: ["value"], result: "int", effect: "reads" },
  "memory.reflectName": { args: ["value"], result: "string", effect: "reads" },
  "memory.reflectStack": { args: ["value"], result: "string", effect: "writes" },
  "memory.reflectErrorName": { args: ["value"], result: "string", effect: "writes" },
  "memory.reflectJson": { args: ["value"], result: "value", effect: "writes" },
  "memory.reflectOwnText": { args: ["value"], result: "value", effect: "writes" },
  "memory.reflectCount": { args: ["value"], result: "int", effect: "reads" },
  "memory.reflectKey": { args: ["value", "int"], result: "string", effect: "reads" },
  "memory.reflectState": { args: ["value", "int"], result: "int", effect: "reads" },
  "memory.reflectItem": { args: ["value", "int"], result: "value", effect: "reads" },
  "memory.reflectContents": { args: ["value"], result: "value", effect: "allocates" },
  "memory.sameObject": { args: ["value", "value"], result: "bool", effect: "none" },

  // time-primitives.ts
  "memory.sleep": { args: ["float"], result: "void", effect: "io" },

  // system-services.ts
  "memory.write": { args: ["int", "int", "int"], result: "int", effect: "io" },
  "memory.exit": { args: ["int"], result: "never", effect: "io" },
  "memory.now": { args: [], result: "float", effect: "io" },
  "memory.random": { args: [], result: "float", effect: "io" },
  "memory.argumentCount": service,
  "memory.argumentAddress": { args: ["int"], result: "int", effect: "io" },
  "memory.argumentLength": { args: ["int"], result: "int", effect: "io" },
  "memory.traceLength": service,
  "memory.traceAddress": { args: ["int"], result: "int", effect: "io" },
  "memory.traceTextLength": { args: ["int"], result: "int", effect: "io" },

  "memory.adoptProperties": { args: ["ref", "ref", "ref", "ref"], result: "void", effect: "io" },

  // inspect-services.ts
  "memory.inspectText": {
    args: ["value", "int", "int", "int", "bool", "int"],
    result: "string",
    effect: "io",
  },
  "memory.formatText": { args: ["value"], result: "string", effect: "io" },
  "memory.tableText": { args: ["value", "value"], result: "string", effect: "io" },
  "memory.deepEqual": { args: ["value", "value", "bool"], result: "bool", effect: "io" },
  "memory.setIndentation": { args: ["int"], result: "void", effect: "io" },

  // host-services.ts
  "memory.openFile": { args: ["int", "int", "int"], result: "int", effect: "io" },
  "memory.readFile": { args: ["int", "int", "int"], result: "int", effect: "io" },
  "memory.writeFile": { args: ["int", "int", "int"], result: "int", effect: "io" },
  "memory.closeFile": { args: ["int"], result: "int", effect: "io" },
  "memory.pathAction": { args: ["int", "int", "int"], result: "int", effect: "io" },
  "memory.renamePath": { args: ["int", "int"], result: "int", effect: "io" },
  "memory.statPath": { args: ["int", "int", "int", "int"], result: "int", effect: "io" },
  "memory.listFolder": { args: ["int"], result: "int", effect: "io" },
  "memory.environmentText": { args: ["int"], result: "int", effect: "io" },
  "memory.workingFolder": service,
  "memory.processNumber": { args: ["int"], result: "int", effect: "io" },
  "memory.memoryUsed": { args: ["int"], result: "int", effect: "io" },
  "memory.wallClock": { args: [], result: "float", effect: "io" },
  "memory.zoneOffset": { args: ["int"], result: "int", effect: "io" },
  "memory.encodeText": { args: ["string"], result: "int", effect: "io" },
  "memory.encodedLength": service,
  "memory.decodeText": { args: ["int", "int"], result: "string", effect: "allocates" },
  "memory.latin1Text": { args: ["int", "int"], result: "string", effect: "allocates" },
  "memory.zeroLength": { args: ["int"], result: "int", effect: "reads" },
  "memory.writeText": { args: ["int", "string"], result: "void", effect: "io" },
} as const satisfies Record<`memory.${string}`, MemoryBuiltin>;

export type MemoryBuiltinName = keyof typeof memoryBuiltins;

export function isMemoryBuiltin(name: string): name is MemoryBuiltinName {
  return Object.hasOwn(memoryBuiltins, name);
}

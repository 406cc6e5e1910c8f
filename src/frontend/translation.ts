/** What the translation of all functions of a program shares: the graphs made so far, names, messages. */

import { constants, type Operand } from "../graph/graph.ts";
import { type ClassInfo, classInfo, type Program } from "../graph/program.ts";
import type { Messages } from "../source/messages.ts";
import { spanOf } from "./checker/spans.ts";
import { keyOf } from "./checker/type-keys.ts";
import { type ts, tsc } from "./checker/typescript.ts";
import type {
  ClassBinding,
  FunctionBinding,
  FunctionInfo,
  GlobalVariable,
  LocalVariable,
} from "./names/bindings.ts";
import type { Uncertain } from "./names/captures.ts";
import { findKnownSymbols } from "./names/known-symbols.ts";
import { initialisedBy, type NameTable } from "./names/name-table.ts";
import { DefinedNames } from "./properties/defined-names.ts";
import { PrototypeClasses } from "./prototypes/prototype-classes.ts";
import { type RefusalName, refusals } from "./refusals.ts";
import { isGenerator, parameterNames } from "./tree/function-shape.ts";

/** Functions of the library that a file of the prelude has, by their names in programs. */
const preludeNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...["assert", "count", "countReset", "dir", "group", "groupEnd", "table"],
      ...["time", "timeEnd", "timeLog", "trace"],
    ].map((name) => [`console.${name}`, `node.console.${name}`]),
  ),
  "console.groupCollapsed": "node.console.group",
  "JSON.parse": "node.json.parse",
  atob: "node.text-coding.atob",
  btoa: "node.text-coding.btoa",
  structuredClone: "node.structured-clone.structuredClone",
  "Object.prototype.toString": "node.object-prototype.objectTag",
  encodeURI: "prelude.uri.encodeURI",
  encodeURIComponent: "prelude.uri.encodeURIComponent",
  decodeURI: "prelude.uri.decodeURI",
  decodeURIComponent: "prelude.uri.decodeURIComponent",
  setTimeout: "prelude.timers.setTimeout",
  setInterval: "prelude.timers.setInterval",
  setImmediate: "prelude.timers.setImmediate",
  clearTimeout: "prelude.timers.clearTimeout",
  clearInterval: "prelude.timers.clearInterval",
  clearImmediate: "prelude.timers.clearImmediate",
  queueMicrotask: "prelude.timers.queueMicrotask",
  ...Object.fromEntries(
    ["on", "once", "off", "emit", "removeAllListeners", "listenerCount"].map((name) => [
      `process.${name}`,
      `node.process-events.${name}`,
    ]),
  ),
  "Buffer.from": "node.buffer.bufferFrom",
  "Buffer.alloc": "node.buffer.bufferAlloc",
  "Buffer.allocUnsafe": "node.buffer.bufferAlloc",
  "Buffer.concat": "node.buffer.bufferConcat",
  "Buffer.compare": "node.buffer.bufferCompare",
  "Buffer.byteLength": "node.buffer.bufferByteLength",
  "Buffer.isBuffer": "node.buffer.isBuffer",
  "Buffer.isEncoding": "node.buffer.isEncoding",
  "process.addListener": "node.process-events.on",
  "process.prependListener": "node.process-events.on",
  "process.removeListener": "node.process-events.off",
  "process.exit": "node.process-events.exitProcess",
  "process.nextTick": "prelude.timers.nextTick",
  "Object.getOwnPropertyDescriptors": "node.property-descriptors.describeAll",
  "Promise.resolve": "prelude.promises.promiseResolve",
  "Promise.reject": "prelude.promises.promiseReject",
  "Promise.all": "prelude.promises.promiseAll",
  "Promise.race": "prelude.promises.promiseRace",
  "Promise.allSettled": "prelude.promises.promiseAllSettled",
  "Promise.any": "prelude.promises.promiseAny",
};

const namedByPrograms: ReadonlySet<string> = new Set(Object.values(preludeNames));

/** A literal of any radix, or a name of the library that makes some. */
const writesBigInts = /\b(\d[\d_]*|0x[\da-f_]+|0[ob][0-7_]+)n\b|BigInt|bigint/i;

export class Translation {
  readonly program: Program;
  readonly messages: Messages;
  readonly names: NameTable;
  readonly uncertain: Uncertain;
  readonly prototypes: PrototypeClasses;
  readonly defined = new DefinedNames();
  readonly staticCopies = new Map<string, { readonly info: FunctionInfo; readonly self: ClassBinding }>();
  /** Somebody may see that an iterator is closed: the program has iterators of its own. */
  readonly closesIterators: boolean;
  /** Some text of the program writes of BigInts: elsewhere `++` is an addition of 1. */
  readonly mayHaveBigInts: boolean;
  readonly #preludeClasses = new Map<string, ClassBinding>();
  readonly #preludeFunctions = new Map<string, FunctionInfo>();
  readonly #classesOfNodes = new Map<ts.Node, ClassInfo>();
  readonly #closures = new Set<string>();
  readonly #cells = new Map<LocalVariable, ClassInfo>();

  constructor(program: Program, messages: Messages, names: NameTable, uncertain: Uncertain) {
    this.program = program;
    this.messages = messages;
    this.names = names;
    this.uncertain = uncertain;
    this.prototypes = new PrototypeClasses(program, names, (name) => this.preludeClass(name));
    this.closesIterators =
      [...names.modules.values()].some((one) => !one.prelude && one.file.text.includes("Symbol.iterator")) ||
      [...names.functions.values()].some((one) => !one.module.prelude && isGenerator(one.node));
    findKnownSymbols(names);
    this.mayHaveBigInts = [...names.modules.values()].some(
      (one) => !one.prelude && writesBigInts.test(one.file.text),
    );
    for (const one of names.bindings.values()) {
      if (one.kind === "class" && one.module.prelude) this.#preludeClasses.set(one.info.displayName, one);
      if (one.kind === "function-binding" && one.target.module.prelude)
        this.#preludeFunctions.set(one.target.name, one.target);
    }
  }

  /** Says why a construct is refused; gives a value so that translation can go on and find more. */
  refuse(node: ts.Node, name: RefusalName, placeholder = ""): Operand {
    const { code, reason, wayOut } = refusals[name];
    if (this.#isToldOf(node)) return constants.undefined;
    const fill = (text: string): string => text.replaceAll("{name}", placeholder);
    this.messages.error(code, spanOf(node), fill(reason), { help: fill(wayOut) });
    return constants.undefined;
  }

  /** TypeScript, or what read the file as a module, has said something of this place: that is enough. */
  #isToldOf(node: ts.Node): boolean {
    const own = spanOf(node);
    return this.messages.all.some(
      ({ code, severity, span }) =>
        severity === "error" &&
        /^(TS|H203)/.test(code) &&
        span?.file === own.file &&
        span.line === own.line &&
        span.column < own.column + own.length &&
        own.column < span.column + span.length,
    );
  }

  preludeClass(name: string): ClassBinding | undefined {
    return this.#preludeClasses.get(name);
  }

  /** A function of the library that is written in the language itself. */
  preludeFunction(name: string): FunctionInfo | undefined {
    const inPrelude = preludeNames[name];
    return inPrelude === undefined ? undefined : this.#preludeFunctions.get(inPrelude);
  }

  preludeFunctionNamed(name: string): FunctionInfo | undefined {
    return this.#preludeFunctions.get(name);
  }

  /** The class of what a literal makes; one for each place in the source. */
  classOfLiteral(
    node: ts.Node,
    inside: FunctionInfo,
    kind: "literal" | "array",
    fields: readonly string[],
  ): ClassInfo {
    const known = this.#classesOfNodes.get(node);
    if (known) return known;
    const name = this.names.numbered(inside, kind === "array" ? "array" : "object");
    const made = classInfo(name, kind, {
      displayName: kind === "array" ? "Array" : "Object",
      fields: fields.map((field) => ({ name: field, type: "any", definite: false, span: undefined })),
      span: spanOf(node),
    });
    this.#classesOfNodes.set(node, made);
    this.program.classes.set(name, made);
    return made;
  }

  /** The class of the function values that a `bind` makes, which keep so many arguments. */
  boundClass(node: ts.Node, inside: FunctionInfo, kept: number): string {
    const known = this.#classesOfNodes.get(node);
    if (known) return known.name;
    const name = this.names.numbered(inside, "bound");
    const fields = Array.from({ length: kept + 2 }, (_, i) => String(i));
    const made = classInfo(name, "closure", {
      displayName: "Function",
      fields: fields.map((field) => ({ name: field, type: "any", definite: false, span: undefined })),
      span: spanOf(node),
    });
    this.#classesOfNodes.set(node, made);
    this.program.classes.set(name, made);
    return name;
  }

  /** The class of a function's values is named as the function. */
  closureClass(of: FunctionInfo): string {
    if (!this.#closures.has(of.name)) {
      this.#closures.add(of.name);
      this.program.classes.set(
        of.name,
        classInfo(of.name, "closure", {
          displayName: "Function",
          function: of.name,
          fields: of.free.map((_, i) => ({ name: String(i), type: "any", definite: false, span: undefined })),
          span: spanOf(of.node),
        }),
      );
    }
    return of.name;
  }

  /** The class of the arrays that calls of a function value make for its rest parameter. */
  restClass(of: Pick<FunctionInfo, "name" | "node">): string {
    const name = this.names.unique(`${of.name}.rest`);
    const span = spanOf(of.node);
    this.program.classes.set(name, classInfo(name, "array", { displayName: "Array", span }));
    return name;
  }

  cellClass(of: LocalVariable): string {
    let made = this.#cells.get(of);
    if (!made) {
      const prefix = of.owner.parent ? of.owner.name : of.owner.module.prefix;
      const fields = of.checked ? ["value", "initialized"] : ["value"];
      made = classInfo(this.names.unique(`${prefix}.${of.name}.cell`), "cell", {
        fields: fields.map((field) => ({ name: field, type: "any", definite: false, span: undefined })),
        span: spanOf(of.declaration),
      });
      this.#cells.set(of, made);
      this.program.classes.set(made.name, made);
    }
    return made.name;
  }

  /** Makes sure that the program has a global. */
  declareGlobal(of: GlobalVariable): string {
    if (!this.program.globals.has(of.name)) {
      this.program.globals.set(of.name, {
        name: of.name,
        type: "any",
        initial: undefined,
        span: spanOf(of.declaration),
      });
    }
    return of.name;
  }

  /** A static method with another class as its `this`. */
  staticCopy(of: FunctionInfo, self: ClassBinding): FunctionInfo {
    const key = `${self.name} ${of.name}`;
    let copy = this.staticCopies.get(key)?.info;
    if (!copy) {
      copy = {
        ...of,
        name: this.names.unique(`${self.name}.inherited-${of.name.slice(of.name.lastIndexOf(".") + 1)}`),
      };
      this.staticCopies.set(key, { info: copy, self });
    }
    return copy;
  }

  /** Only ever called by its name: what it captures is passed as arguments. */
  isDirect(of: FunctionInfo): boolean {
    const bindings = this.#bindingsOf(of);
    return bindings.length > 0 && bindings.every((one) => one.access === "direct");
  }

  /**
   * Never a value: whoever calls it knows that it is this function. The mentions of one that programs know by a name of
   * the library's do not stand at its declaration.
   */
  isCalledByName(of: FunctionInfo): boolean {
    if (namedByPrograms.has(of.name)) return false;
    const bindings = this.#bindingsOf(of);
    return (
      bindings.length > 0 && bindings.every((one) => one.accesses.every((access) => access.kind === "call"))
    );
  }

  #bindingsOf(of: FunctionInfo): FunctionBinding[] {
    const nodes = [of.node, initialisedBy(of.node)];
    return nodes.flatMap((node) => {
      const binding = node && this.names.bindings.get(node);
      return binding?.kind === "function-binding" ? [binding] : [];
    });
  }

  /** The parameters of a constructor that the class does not declare: those of its parent's. */
  impliedParameters(node: ts.ClassLikeDeclaration): string[] {
    const parent = this.names.classOf(node).parent;
    const target = parent?.constructorFunction;
    if (!target) return [];
    if (tsc.isClassLike(target.node)) return this.impliedParameters(target.node);
    return parameterNames(target.node);
  }

  /** Keys of the type arguments after `extends`. */
  parentKeys(node: ts.ClassLikeDeclaration): string[] {
    const heritage = node.heritageClauses?.find((one) => one.token === tsc.SyntaxKind.ExtendsKeyword)
      ?.types[0];
    return (heritage?.typeArguments ?? []).map((one) => keyOf(this.names.checker.getTypeFromTypeNode(one)));
  }
}

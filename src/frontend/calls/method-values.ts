/**
 * Methods of the library as values: `const push = [].push`, `if (list.at)`, `String.prototype.trim`. Such a value is a
 * function that calls the method on the `this` that it is given:
 *
 *   builtin.Array.prototype.join(this, given):
 *     if this is no array: stop
 *     return this.join(given)
 */
import { builtins, isBuiltin } from "../../graph/builtins.ts";
import {
  type Attribute,
  constants,
  type Graph,
  graph,
  type Operand,
  type Variable,
  variable,
} from "../../graph/graph.ts";
import { kindsOfReceivers, type LibraryMethod, libraryMethod } from "../../graph/library-members.ts";
import type { HighOpName } from "../../graph/ops.ts";
import { classInfo } from "../../graph/program.ts";
import { everyInstance } from "../../graph/well-known.ts";
import { GraphBuilder } from "../functions/ssa.ts";
import type { Translation } from "../translation.ts";

/** The methods that the program at hand reads by their names become functions of it. */
export function addMethodValues(translation: Translation): void {
  const { program, names } = translation;
  const [read, called] = [new Set<string>(), new Set<string>()];
  for (const { name, module } of names.functions.values()) {
    if (module.prelude) continue;
    for (const { operations } of program.functions.get(name)?.blocks ?? [])
      for (const { op, attributes } of operations)
        if (op === "get_property" && attributes.own !== true) read.add(String(attributes.name));
        else if (op === "call_method") called.add(String(attributes.name));
  }
  for (const kind of kindsOfReceivers)
    for (const name of [...read, ...called]) {
      const method = libraryMethod(kind, name);
      // Calls of what only some kinds have go without the value.
      if (method && (read.has(name) || method.owner === "Object")) methodValue(translation, method);
    }
}

/** `Array.prototype.slice` */
export function namedMethodValue(translation: Translation, dotted: string): Operand | undefined {
  const [, owner, name = ""] = /^(\w+)\.prototype\.(\w+)$/.exec(dotted) ?? [];
  for (const kind of kindsOfReceivers) {
    const method = libraryMethod(kind, name);
    if (method && method.owner === owner) return methodValue(translation, method);
  }
  return undefined;
}

function methodValue(translation: Translation, method: LibraryMethod): Operand {
  const { functions, classes } = translation.program;
  const own = method.graph;
  if (!functions.has(own)) {
    functions.set(own, new MethodValue(translation, method).make());
    classes.set(own, classInfo(own, "closure", { displayName: "Function", function: own }));
  }
  return constants.function(own);
}

/** What takes any number of arguments, and what tells one that is undefined from a missing one: all come in an array. */
const takesAll = /^(Array\.(push|unshift|concat)|String\.concat|Function\.call)$/;
const tellsMissing = /^Array\.(reduce|reduceRight|lastIndexOf|splice)$/;

/** What `typeof` says of the receivers of what converts none. */
const typesOfReceivers: Readonly<Record<string, string>> = {
  Number: "number",
  Boolean: "boolean",
  BigInt: "bigint",
  Symbol: "symbol",
  Function: "function",
};

class MethodValue {
  readonly #translation: Translation;
  readonly #method: LibraryMethod;
  readonly #self = variable("this", "any");
  readonly #given: Variable[];
  readonly #builder: GraphBuilder;

  constructor(translation: Translation, method: LibraryMethod) {
    this.#translation = translation;
    this.#method = method;
    const { graph: own, shown, length } = method;
    const notes: Record<string, string> = { length: String(length) };
    if (takesAll.test(this.#key) || tellsMissing.test(this.#key)) {
      notes.rest = `${own}.rest`;
      translation.program.classes.set(notes.rest, classInfo(notes.rest, "array", { displayName: "Array" }));
    }
    const count = notes.rest === undefined ? this.#mostArguments() : this.#key === "Function.call" ? 2 : 1;
    this.#given = Array.from({ length: count }, (_, index) => variable(`given${index}`, "any"));
    const header = graph(own, { displayName: shown, hasThis: true, notes });
    this.#builder = new GraphBuilder(header, [this.#self, ...this.#given]);
  }

  make(): Graph {
    const { owner } = this.#method;
    const result =
      owner === "Object"
        ? this.#ofObjects()
        : owner === "Function"
          ? this.#ofFunctions(this.#receiver())
          : this.#called(this.#receiver());
    this.#builder.return(result, undefined);
    return this.#builder.finish();
  }

  get #key(): string {
    return `${this.#method.owner}.${this.#method.name}`;
  }

  #mostArguments(): number {
    const { owner, name, length } = this.#method;
    const inTable = `${owner.toLowerCase()}.${name}`;
    return isBuiltin(inTable) ? builtins[inTable].args[1] : length + 1;
  }

  /** The library has it for programs too. */
  get #isSupported(): boolean {
    const kind = this.#method.owner.toLowerCase();
    const { name } = this.#method;
    const inPrelude = `prelude.${kind}s.${name === "@@iterator" ? "symbolIterator" : name}`;
    return isBuiltin(`${kind}.${name}`) || this.#translation.preludeFunctionNamed(inPrelude) !== undefined;
  }

  #called(self: Operand): Operand {
    const [first = constants.undefined] = this.#given;
    if (!this.#isSupported) return this.#unsupported(`\`${this.#method.name}\` of ${this.#method.owner}`);
    if (takesAll.test(this.#key)) return this.#call(self, [first], true);
    if (!tellsMissing.test(this.#key)) return this.#call(self, this.#given);
    const at = (index: number): Operand => this.#emit("get_index", [first, constants.int(index)]);
    const isShort = this.#isShorter(first, 2);
    if (this.#method.name !== "splice")
      return this.#builder.either(
        isShort,
        () => this.#call(self, [at(0)]),
        () => this.#call(self, [at(0), at(1)]),
      );
    const rest = (): Operand => this.#emit("call_method", [first, constants.int(2)], { name: "slice" });
    return this.#builder.either(
      isShort,
      () =>
        this.#builder.either(
          this.#isShorter(first, 1),
          () => this.#call(self, []),
          () => this.#call(self, [at(0)]),
        ),
      () => this.#call(self, [at(0), at(1), rest()], true),
    );
  }

  #isShorter(list: Operand, length: number): Operand {
    return this.#emit("less", [
      this.#emit("get_property", [list], { name: "length" }),
      constants.int(length),
    ]);
  }

  #call(self: Operand, args: readonly Operand[], spread = false): Operand {
    const { name } = this.#method;
    return this.#emit("call_method", [self, ...args], { name, ...(spread ? { spread } : {}) });
  }

  #ofFunctions(self: Operand): Operand {
    const [receiver = constants.undefined, list = constants.undefined] = this.#given;
    const call = (...more: Operand[]): Operand =>
      this.#emit("call_value", [self, receiver, ...more], {
        self: true,
        ...(more[0] ? { spread: true } : {}),
      });
    if (this.#method.name === "call") return call(list);
    if (this.#method.name !== "apply") return this.#unsupported(`\`${this.#method.name}\` of a function`);
    return this.#builder.either(
      this.#emit("loose_equal", [list, constants.null]),
      () => call(),
      () => call(list),
    );
  }

  /** What all objects inherit. */
  #ofObjects(): Operand {
    const { name } = this.#method;
    const [given = constants.undefined] = this.#given;
    if (name === "hasOwnProperty")
      return this.#emit("call_builtin", [this.#self, given], { name: "Object.hasOwn" });
    if (name === "toLocaleString")
      return this.#emit("call_method", [this.#self], { name: "toString", shown: "this.toString" });
    const tag = this.#translation.preludeFunction("Object.prototype.toString");
    if (name === "toString" && tag) return this.#emit("call", [this.#self], { function: tag.name });
    if (name !== "valueOf") return this.#unsupported(`\`${name}\` of objects`);
    const isObject = this.#emit("instance_of", [this.#self], { class: everyInstance.object });
    return this.#builder.either(
      isObject,
      () => this.#self,
      () => this.#unsupported("`valueOf` of objects on what is no object"),
    );
  }

  /** What the method is called on. */
  #receiver(): Operand {
    const { owner, name } = this.#method;
    const type =
      typesOfReceivers[owner] ?? (/^String\.(toString|valueOf)$/.test(this.#key) ? "string" : undefined);
    if (type !== undefined) {
      const isOfType = this.#emit("strict_equal", [
        this.#emit("typeof", [this.#self]),
        constants.string(type),
      ]);
      return this.#onlyIf(isOfType, "typeof", { kind: type }, () =>
        this.#throwTypeError(`${owner}.prototype.${name} requires that 'this' be a ${owner}`),
      );
    }
    this.#builder.either(
      this.#emit("loose_equal", [this.#self, constants.null]),
      () => this.#throwTypeError(`${owner}.prototype.${name} called on null or undefined`),
      () => constants.undefined,
    );
    if (owner === "String") return this.#emit("to_string", [this.#self]);
    const isArray = this.#emit("call_builtin", [this.#self], { name: "Array.isArray" });
    return this.#onlyIf(isArray, "array", {}, () =>
      this.#unsupported("a method of arrays on what is no array"),
    );
  }

  #onlyIf(
    condition: Operand,
    test: string,
    attributes: Record<string, string>,
    otherwise: () => Operand,
  ): Operand {
    this.#builder.either(condition, () => constants.undefined, otherwise);
    return this.#builder.refine(
      this.#self,
      [],
      { test, ...attributes },
      { test: {}, holds: true, span: undefined },
    );
  }

  #throwTypeError(message: string): Operand {
    const error = this.#translation.preludeClass("TypeError");
    const made = this.#emit("new", [constants.string(message)], { class: error?.name ?? "" });
    this.#builder.raise(made, undefined);
    return constants.undefined;
  }

  #unsupported(what: string): Operand {
    this.#builder.stop("unsupported", what, undefined);
    return constants.undefined;
  }

  #emit(op: HighOpName, args: Operand[], attributes: Record<string, Attribute> = {}): Operand {
    return this.#builder.emit(op, args, undefined, attributes);
  }
}

/** The clones of a program's functions and classes: one for each environment in which one is used. */
import { byteTypes, elementsOf } from "../../graph/byte-types.ts";
import { isUnsupported, libraryMethod } from "../../graph/library-members.ts";
import { type ClassInfo, classInfo, isBound, type Program } from "../../graph/program.ts";
import { methodValueClass, referenceClass } from "../../graph/well-known.ts";
import { assignedFields } from "../assigned-fields.ts";
import { bit } from "../flow/kinds.ts";
import { unknownLiterals } from "../flow/slot.ts";
import { anyFloat, range } from "../numbers/number-set.ts";
import { ClassClone } from "./class-clones.ts";
import { isCollection } from "./collection-names.ts";
import {
  cloneSuffix,
  type Environment,
  emptyEnvironment,
  inheritEnvironment,
  keysForParent,
  resolveKey,
  withKeys,
  withSite,
} from "./environment.ts";
import { FunctionClone } from "./function-clones.ts";

const displayNames: Partial<Record<ClassInfo["kind"], string>> = { array: "Array", closure: "Function" };

export class Clones {
  readonly source: Program;
  readonly functions = new Map<string, FunctionClone>();
  readonly classes = new Map<string, ClassClone>();
  readonly #assignedFields: ReturnType<typeof assignedFields>;

  constructor(source: Program) {
    this.source = source;
    this.#assignedFields = assignedFields(source);
  }

  /** The class of a function's value, with its code. They share an environment, so that one name tells of both. */
  closureClass(name: string, from: Environment): ClassClone | undefined {
    const info = this.source.classes.get(name);
    if (info?.kind !== "closure") return undefined;
    const code = isBound(info) ? undefined : this.functionClone(info.function ?? name, from);
    const closure = this.#classCloneIn(info, code?.environment ?? inheritEnvironment(from, name));
    closure.instantiated = true;
    closure.code ??= code;
    return closure;
  }

  /** The class of a method's function value: one for all objects that have the method. */
  methodValue(functionName: string, from: Environment): ClassClone | undefined {
    const code = this.functionClone(functionName, from);
    if (!code) return undefined;
    const closure = this.#unnamedClass(methodValueClass(code.name), "closure");
    closure.code = code;
    closure.instantiated = true;
    return closure;
  }

  /** Likewise of a method of the library, for receivers of a kind. */
  libraryMethodValue(kind: string, name: string): ClassClone | undefined {
    const method = libraryMethod(kind, name);
    return method && this.closureClass(method.graph, emptyEnvironment);
  }

  /** Its code, where calls of it do more than stop. */
  calledLibraryMethod(kind: string, name: string): FunctionClone | undefined {
    const code = this.libraryMethodValue(kind, name)?.code;
    return code && !isUnsupported(code.graph) ? code : undefined;
  }

  /** Some code reads the method as a value. */
  isMethodValue(code: FunctionClone): boolean {
    return this.classes.has(methodValueClass(code.name));
  }

  functionClone(name: string, from: Environment, keys?: readonly string[]): FunctionClone | undefined {
    const graph = this.source.functions.get(name);
    if (!graph || graph.blocks.length === 0) return undefined;
    const inherited = inheritEnvironment(from, name);
    const resolved = (keys ?? []).map((key) => resolveKey(from, key));
    const environment = withKeys(inherited, name, graph.typeParameters, resolved);
    return this.functionCloneIn(name, environment);
  }

  /** The clone for exactly this environment. */
  functionCloneIn(name: string, environment: Environment): FunctionClone | undefined {
    const graph = this.source.functions.get(name);
    if (!graph || graph.blocks.length === 0) return undefined;
    const cloneName = name + cloneSuffix(environment);
    let clone = this.functions.get(cloneName);
    if (!clone) {
      clone = new FunctionClone(graph, cloneName, environment);
      this.functions.set(cloneName, clone);
    }
    return clone;
  }

  classClone(name: string, from: Environment, keys?: readonly string[]): ClassClone | undefined {
    const info = this.source.classes.get(name);
    if (!info) return undefined;
    const inherited = inheritEnvironment(from, name);
    // What is cloned for a place needs no keys.
    const ofSite = inherited.site !== undefined;
    const known = ofSite || (keys === undefined && inherited.scopes.some((one) => one.owner === name));
    const resolved = (keys ?? []).map((key) => resolveKey(from, key));
    return this.#classCloneIn(
      info,
      known ? inherited : withKeys(inherited, name, info.typeParameters, resolved),
    );
  }

  /** The clone for exactly this environment. */
  #classCloneIn(info: ClassInfo, environment: Environment): ClassClone {
    const cloneName = info.name + cloneSuffix(environment);
    let clone = this.classes.get(cloneName);
    if (!clone) {
      // The type arguments that `extends Parent<…>` gives are not known: the parent is cloned for each child.
      const parent =
        info.parent === undefined ? undefined : this.#parentClone(info, info.parent, environment, cloneName);
      clone = new ClassClone(info, cloneName, environment, parent);
      this.classes.set(cloneName, clone);
      seedElements(clone);
      for (const field of this.#assignedFields.get(info.name) ?? []) clone.addField(field.name, field.span);
    }
    return clone;
  }

  #parentClone(
    { name: ofChild }: ClassInfo,
    name: string,
    environment: Environment,
    child: string,
  ): ClassClone | undefined {
    if (isCollection(name) && environment.site === undefined)
      return this.classClone(name, withSite(emptyEnvironment, child));
    const info = this.source.classes.get(name);
    const inherited = inheritEnvironment(environment, name);
    // What is cloned for a place needs no keys.
    if (!info || inherited.site !== undefined) return info && this.#classCloneIn(info, inherited);
    const meant = keysForParent(child, environment, ofChild);
    return this.#classCloneIn(info, withKeys(inherited, name, info.typeParameters, [child], meant));
  }

  /** The class of system code's references to any object at all. */
  opaqueReference(): ClassClone {
    return this.#unnamedClass(referenceClass, "class");
  }

  /** The fresh array of a library function. */
  libraryArray(name: string): ClassClone {
    const clone = this.#unnamedClass(name, "array");
    clone.minimalLength = 0;
    clone.instantiated = true;
    return clone;
  }

  /** A class that the source does not name. */
  #unnamedClass(name: string, kind: ClassInfo["kind"]): ClassClone {
    let clone = this.classes.get(name);
    if (!clone) {
      const displayName = displayNames[kind] ?? "Object";
      clone = new ClassClone(classInfo(name, kind, { displayName }), name, emptyEnvironment, undefined);
      this.classes.set(name, clone);
    }
    return clone;
  }
}

/** Of typed arrays the elements are numbers of their kind, whatever is written. */
function seedElements(clone: ClassClone): void {
  const kind = elementsOf(clone.info.name);
  if (!kind) return;
  const { range: bounds } = byteTypes[kind.type];
  clone.isTyped = true;
  if (kind.big) {
    clone.element.bits = bit.bigint;
    return;
  }
  clone.element.bits = bit.number;
  clone.element.literals = unknownLiterals(bit.number);
  clone.element.seed = bounds ? range(bounds[0], bounds[1]) : anyFloat;
}

/** What all functions of a program share while they are lowered. */
import { type PropertyOrder, propertyOrders, rootOf } from "../analysis/property-orders.ts";
import { constants, type Graph, type Operand, type Operation } from "../graph/graph.ts";
import { type ClassInfo, isCapture, lookupInherited, type Program } from "../graph/program.ts";
import { isValueType, type ValueType } from "../graph/types.ts";
import {
  addWellKnownStructs,
  bigIntConstant,
  codeSlot,
  firstMethodSlot,
  reflectSlot,
} from "../graph/well-known.ts";
import { InternalFault, type Messages } from "../source/messages.ts";
import { Layout } from "./layout.ts";
import { addReachable, listedClasses } from "./objects/listed-classes.ts";
import { type TaggedClass, taggedClasses } from "./tagged/tagged-classes.ts";

export interface LowerOptions {
  readonly wordSize: 4 | 8;
  readonly messages: Messages;
}

/** A member name that is called through vtables: which function each class has for it, and who asks. */
interface Selector {
  readonly key: string;
  readonly functions: Map<string, string>;
  readonly uses: Operation[];
}

function isBigInt(operand: Operand): boolean {
  return operand.kind === "variable"
    ? isValueType(operand.type) && operand.type.bigint
    : operand.kind === "bigint";
}

export class Context {
  readonly source: Program;
  readonly target: Program;
  readonly layout: Layout;
  readonly messages: Messages;
  readonly wordSize: 4 | 8;
  /** Closure classes of which objects are made: their code must stand in a vtable. */
  readonly madeClosures = new Set<string>();
  /** Of these the ones that module variables of lowering's own hold. */
  readonly globalClosures: string[] = [];
  /** Classes whose objects somebody may print. */
  readonly inspected = new Set<string>();
  /** The properties of classes whose objects may be listed. */
  readonly orders: ReadonlyMap<string, PropertyOrder>;
  /** Classes whose objects live in words. */
  readonly tagged: ReadonlyMap<string, TaggedClass>;
  #selectors = new Map<string, Selector>();
  /** Globals of which some code asks whether they are initialised. */
  readonly checkedGlobals = new Set<string>();
  /** Somewhere a value may be a BigInt. */
  readonly hasBigInts: boolean = false;

  constructor(source: Program, target: Program, options: LowerOptions) {
    this.source = source;
    this.target = target;
    this.messages = options.messages;
    this.wordSize = options.wordSize;
    this.orders = propertyOrders(source, listedClasses(source));
    const shaped = [...this.orders].filter(([, { free }]) => free.length > 0);
    this.layout = new Layout(source, new Set(shaped.map(([name]) => rootOf(source, name))));
    this.tagged = taggedClasses(this);
    addWellKnownStructs(target);
    for (const struct of this.layout.structs.values()) target.structs.set(struct.name, struct);
    for (const graph of source.functions.values()) {
      for (const block of graph.blocks) {
        for (const { op, args, result, attributes } of block.operations) {
          if (op === "check_global") this.checkedGlobals.add(String(attributes.name));
          if ([...args, ...(result ? [result] : [])].some(isBigInt)) this.hasBigInts = true;
        }
      }
    }
  }

  /** The typed graph of a function. */
  graphOf(name: string): Graph {
    const found = this.source.functions.get(name);
    if (!found) throw new InternalFault(`function ${name} is not in the program`);
    return found;
  }

  classOf(name: string): ClassInfo {
    return this.layout.classOf(name);
  }

  /** The prebuilt function value of a function that captures nothing. */
  staticClosure(name: string): string {
    this.madeClosures.add(name);
    if (!this.target.statics.has(name)) {
      this.target.statics.set(name, { name, struct: name, fields: {}, items: [] });
    }
    return name;
  }

  /** A prebuilt object of a tagged class, for who asks only for the class. */
  bearer(className: string): string {
    const name = `${className}.bearer`;
    const place = this.tagged.get(className)?.place;
    if (place && !this.target.statics.has(name)) {
      const zero = place.type.number?.kind === "int" ? constants.int(0) : constants.float(0);
      const fields = { [place.field]: zero };
      this.target.statics.set(name, { name, struct: className, fields, items: [] });
    }
    return name;
  }

  /** The prebuilt BigInt of a constant. */
  staticBigInt(value: bigint): string {
    const name = `bigint.${value}`;
    if (!this.target.statics.has(name)) {
      const { struct, fields, bytes } = bigIntConstant(value);
      const words = Object.entries(fields).map(([field, word]) => [field, constants.int(word)]);
      this.target.statics.set(name, {
        name,
        struct,
        fields: Object.fromEntries(words),
        items: bytes.map((one) => constants.int(one)),
      });
    }
    return name;
  }

  /** Function values of a class have properties beside what they capture. */
  hasOwnProperties(name: string): boolean {
    return this.classOf(name).fields.some((one) => !isCapture(one.name));
  }

  /** The variable that holds a function value which can change: it is made when the program starts. */
  globalClosure(className: string): string {
    this.madeClosures.add(className);
    const name = `${className}.function`;
    if (!this.target.globals.has(name)) {
      this.target.globals.set(name, { name, type: "ref", initial: undefined, span: undefined });
      this.globalClosures.push(className);
    }
    return name;
  }

  /** Notes that an operation calls a member of these classes by vtable; the slot is filled in at the end. */
  virtual(operation: Operation, key: string, functions: ReadonlyMap<string, string>): void {
    let selector = this.#selectors.get(key);
    if (!selector) {
      selector = { key, functions: new Map(), uses: [] };
      this.#selectors.set(key, selector);
    }
    for (const [className, name] of functions) selector.functions.set(className, name);
    selector.uses.push(operation);
  }

  /** Gives selectors slots so that no class has two in one, and fills the vtables. */
  assignSlots(): void {
    const taken = new Map<string, Set<number>>();
    const selectors = [...this.#selectors.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const selector of selectors) {
      let slot = firstMethodSlot;
      const classes = [...selector.functions.keys()];
      while (classes.some((one) => taken.get(one)?.has(slot))) slot++;
      for (const [className, name] of selector.functions) {
        const slots = taken.get(className) ?? new Set();
        taken.set(className, slots.add(slot));
        this.setSlot(className, slot, name);
      }
      for (const use of selector.uses) use.attributes = { ...use.attributes, slot };
    }
  }

  setSlot(structName: string, slot: number, functionName: string): void {
    const struct = this.target.structs.get(structName);
    if (!struct) throw new InternalFault(`struct ${structName} is not in the program`);
    while (struct.vtable.length <= slot) struct.vtable.push(undefined);
    struct.vtable[slot] = functionName;
  }

  setCode(closureClass: string, functionName: string): void {
    this.setSlot(closureClass, codeSlot, functionName);
  }

  setReflection(structName: string, functionName: string): void {
    this.setSlot(structName, reflectSlot, functionName);
  }

  /** Notes that values of a type may be printed, with everything that they lead to. */
  inspect(type: ValueType): void {
    addReachable(this.source, type, this.inspected);
  }

  /** The method that a class has under a name, by its prototype chain. */
  method(className: string, name: string): string | undefined {
    const member = lookupInherited(this.source, className, name);
    return member?.kind === "method" ? member.function : undefined;
  }
}

export const noOperand = constants.nil;

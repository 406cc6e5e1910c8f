/**
 * Prototypes as objects, in programs that make or change them while they run (prototypes-needed.ts). An object keeps the
 * one it inherits from, a function the one that its instances get, and what makes such an instance, under hidden names:
 *
 *   o.#proto                   what `o` inherits from: `Object.getPrototypeOf(o)`
 *   F.#prototype, F.#make      `F.prototype`; makes an object that `new F()` hands to `F`
 *   F.prototype.#constructor   `F`, which is not listed
 *
 * A property that an object does not have itself is looked for along `#proto`. Where flow knows that nothing has a
 * `#proto`, all of this folds away.
 */

import { wellKnownSymbols } from "../../graph/frames.ts";
import { constants, graph, type Operand, variable } from "../../graph/graph.ts";
import { classInfo } from "../../graph/program.ts";
import { everyInstance } from "../../graph/well-known.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { refined } from "../control/refined.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { GraphBuilder } from "../functions/ssa.ts";
import type { FunctionInfo } from "../names/bindings.ts";
import { temporary } from "../values/variables.ts";

export const hidden = {
  parent: "#proto",
  prototype: "#prototype",
  make: "#make",
  constructor: "#constructor",
} as const;

const converterName = "node.prototype-chain.converted";

/** What the run-time has for a whole chain. */
export const hasInherited = "node.prototype-chain.hasProperty";
export const inheritedNames = "node.prototype-chain.enumerableNames";

/** The code at hand is of a program whose prototypes are objects. */
export function hasPrototypes(f: FunctionContext): boolean {
  return f.translation.prototypes.areObjects && !f.info.module.prelude;
}

/** What an object inherits from, undefined for one that has no such thing. Of null and undefined `name` is asked. */
export function parentOf(f: FunctionContext, object: Operand, node: ts.Node): Operand {
  return f.emit("get_property", [object], node, { name: hidden.parent });
}

/** The object where it turned out to inherit from no object of the program. */
function without(f: FunctionContext, object: Operand, key: object, node: ts.Node): Operand {
  return refined(f, object, "nullish", { key, holds: true, node }, { member: hidden.parent });
}

/** A property of its own, or undefined. */
function own(f: FunctionContext, object: Operand, name: string, node: ts.Node): Operand {
  return f.emit("get_property", [object], node, { name, own: true });
}

/** `object.name`, inherited too. */
export function inheritedProperty(f: FunctionContext, object: Operand, name: string, node: ts.Node): Operand {
  f.emit("get_property", [object], node, { name, check: true });
  const parent = parentOf(f, object, node);
  return f.either(
    f.emit("loose_equal", [parent, constants.null], node),
    () => f.emit("get_property", [without(f, object, {}, node)], node, { name }),
    () => alongChain(f, object, parent, name, node),
  );
}

/** The first of an object and those it inherits from that has a property which is not undefined. */
export function alongChain(
  f: FunctionContext,
  object: Operand,
  parent: Operand,
  name: string,
  node: ts.Node,
): Operand {
  const { builder } = f;
  const level = temporary("level");
  return f.join((meet) => {
    const found = (value: Operand): void => {
      const [absent, present] = [builder.block(), builder.block()];
      builder.branch(f.emit("strict_equal", [value, constants.undefined], node), absent, present);
      builder.sealAndStart(present);
      meet(refined(f, value, "not_undefined", { key: {}, holds: true, node }));
      builder.sealAndStart(absent);
    };
    found(own(f, object, name, node));
    builder.write(level, parent);
    const [header, body, end] = [builder.block(), builder.block(), builder.block()];
    builder.jump(header);
    builder.start(header);
    const at = builder.read(level);
    builder.branch(f.emit("loose_equal", [at, constants.null], node), end, body);
    builder.sealAndStart(body);
    found(own(f, at, name, node));
    if (name === "constructor") found(own(f, at, hidden.constructor, node));
    builder.write(level, parentOf(f, at, node));
    builder.jump(header);
    builder.seal(header);
    builder.sealAndStart(end);
    meet(constants.undefined);
  });
}

/** `object.name(…)`: `plain` calls the method of what has no prototype object. */
export function inheritedCall(
  f: FunctionContext,
  object: Operand,
  name: string,
  node: ts.Node,
  call: { plain(self: Operand): Operand; value(callee: Operand): Operand },
): Operand {
  const parent = parentOf(f, object, node);
  return f.either(
    f.emit("loose_equal", [parent, constants.null], node),
    () => call.plain(without(f, object, {}, node)),
    () => call.value(alongChain(f, object, parent, name, node)),
  );
}

/** `prototype` is among what an object inherits from. */
export function isAmongParents(
  f: FunctionContext,
  object: Operand,
  prototype: Operand,
  node: ts.Node,
): Operand {
  const { builder } = f;
  const level = temporary("level");
  return f.join((meet) => {
    const [some, none] = [builder.block(), builder.block()];
    builder.branch(f.emit("loose_equal", [object, constants.null], node), none, some);
    builder.sealAndStart(some);
    builder.write(level, parentOf(f, object, node));
    const [header, body, next, yes] = [builder.block(), builder.block(), builder.block(), builder.block()];
    builder.jump(header);
    builder.start(header);
    const at = builder.read(level);
    builder.branch(f.emit("loose_equal", [at, constants.null], node), none, body);
    builder.sealAndStart(body);
    builder.branch(f.emit("strict_equal", [at, prototype], node), yes, next);
    builder.sealAndStart(next);
    builder.write(level, parentOf(f, at, node));
    builder.jump(header);
    builder.seal(header);
    builder.sealAndStart(yes);
    meet(constants.bool(true));
    builder.sealAndStart(none);
    meet(constants.bool(false));
  });
}

/** `F.prototype`. */
export function prototypeOf(f: FunctionContext, value: Operand, node: ts.Node): Operand {
  const { builder } = f;
  const found = f.emit("get_property", [value], node, { name: hidden.prototype });
  const [none, some] = [builder.block(), builder.block()];
  builder.branch(f.emit("strict_equal", [found, constants.undefined], node), none, some);
  builder.sealAndStart(none);
  builder.stop("unsupported", "the prototype of what is called nowhere by `new` and its name", spanOf(node));
  builder.sealAndStart(some);
  return refined(f, found, "not_undefined", { key: {}, holds: true, node });
}

/** `value instanceof right`, where the right side may be a function with a prototype; `plain` tests for anything else. */
export function instanceOfFunction(
  f: FunctionContext,
  value: Operand,
  right: Operand,
  node: ts.Node,
  plain: () => Operand,
): Operand {
  const { builder } = f;
  return f.join((meet) => {
    const [ask, other, chain] = [builder.block(), builder.block(), builder.block()];
    builder.branch(f.emit("loose_equal", [right, constants.null], node), other, ask);
    builder.sealAndStart(ask);
    const prototype = f.emit("get_property", [right], node, { name: hidden.prototype });
    builder.branch(f.emit("strict_equal", [prototype, constants.undefined], node), other, chain);
    builder.sealAndStart(chain);
    meet(isAmongParents(f, value, prototype, node));
    builder.sealAndStart(other);
    meet(plain());
  });
}

/** `new callee(…)`: a function makes its instance and is called on it; `plain` is for classes. */
export function constructValue(
  f: FunctionContext,
  callee: Operand,
  node: ts.Node,
  call: { plain(): Operand; run(self: Operand): Operand },
): Operand {
  const { builder } = f;
  return f.join((meet) => {
    const [ask, other, make] = [builder.block(), builder.block(), builder.block()];
    builder.branch(f.emit("loose_equal", [callee, constants.null], node), other, ask);
    builder.sealAndStart(ask);
    const maker = f.emit("get_property", [callee], node, { name: hidden.make });
    builder.branch(f.emit("strict_equal", [maker, constants.undefined], node), other, make);
    builder.sealAndStart(make);
    const parent = prototypeOf(f, callee, node);
    const self = f.emit("call_value", [maker, parent], node);
    const given = call.run(self);
    const [another, none] = [builder.block(), builder.block()];
    builder.branch(f.emit("instance_of", [given], node, { class: everyInstance.object }), another, none);
    builder.sealAndStart(another);
    meet(refined(f, given, "instance", { key: {}, holds: true, node }, { class: everyInstance.object }));
    builder.sealAndStart(none);
    meet(self);
    builder.sealAndStart(other);
    meet(call.plain());
  });
}

/** What an object that inherits has from the start: the names and the values. */
function inherited(f: FunctionContext["translation"], parent: Operand): Map<string, Operand> {
  const fields = new Map<string, Operand>([[hidden.parent, parent]]);
  const converter = f.prototypes.mayConvert ? f.preludeFunctionNamed(converterName) : undefined;
  if (converter) {
    f.closureClass(converter);
    fields.set(wellKnownSymbols.toPrimitive, constants.function(converter.name));
  }
  return fields;
}

/** A new object that inherits from another. */
export function objectInheriting(f: FunctionContext, parent: Operand, node: ts.Node): Operand {
  const fields = inherited(f.translation, parent);
  const info = f.translation.classOfLiteral(node, f.info, "literal", [...fields.keys()]);
  return f.emit("new_object", [...fields.values()], node, { class: info.name });
}

/** A function that programs may call by `new` gets its prototype. */
export function preparePrototype(f: FunctionContext, info: FunctionInfo, value: Operand): void {
  const { translation } = f;
  if (!hasPrototypes(f) || !translation.prototypes.mayConstruct(info)) return;
  const { node } = info;
  if (tsc.isSourceFile(node) || tsc.isClassLike(node) || !node.body) return;
  const prototype = translation.classOfLiteral(node, info, "literal", [hidden.constructor]);
  const names = [...inherited(translation, constants.undefined).keys()];
  const instance = translation.classOfLiteral(node.body, info, "literal", names);
  instance.displayName = translation.prototypes.shownName(info);
  const made = f.emit("new_object", [value], node, { class: prototype.name });
  f.emit("set_property", [value, made], node, { name: hidden.prototype });
  f.emit("set_property", [value, maker(f, info, instance.name)], node, { name: hidden.make });
}

/** A function that makes an empty instance. */
function maker(f: FunctionContext, info: FunctionInfo, className: string): Operand {
  const { program } = f.translation;
  const name = `${className}.make`;
  if (!program.functions.has(name)) {
    const span = spanOf(info.node);
    const parent = variable("parent", "any");
    const builder = new GraphBuilder(graph(name, { displayName: "make", span }), [parent]);
    const values = [...inherited(f.translation, parent).values()];
    builder.return(builder.emit("new_object", values, span, { class: className }), undefined);
    program.functions.set(name, builder.finish());
    program.classes.set(name, classInfo(name, "closure", { displayName: "Function", function: name, span }));
  }
  return constants.function(name);
}

/** `Object.getPrototypeOf(object)`; what the library's prototypes are stops. */
export function knownParent(f: FunctionContext, object: Operand, node: ts.Node): Operand {
  const { builder } = f;
  const found = parentOf(f, object, node);
  const [none, some] = [builder.block(), builder.block()];
  builder.branch(f.emit("strict_equal", [found, constants.undefined], node), none, some);
  builder.sealAndStart(none);
  builder.stop("unsupported", "the prototype of an object that the program has given none", spanOf(node));
  builder.sealAndStart(some);
  return refined(f, found, "not_undefined", { key: {}, holds: true, node });
}

/** What may be inherited from; null stops. */
export function someObject(f: FunctionContext, parent: Operand, node: ts.Node): Operand {
  const { builder } = f;
  const [none, some] = [builder.block(), builder.block()];
  builder.branch(f.emit("strict_equal", [parent, constants.null], node), none, some);
  builder.sealAndStart(none);
  builder.stop("unsupported", "null as the prototype of an object, known only at run time", spanOf(node));
  builder.sealAndStart(some);
  return refined(f, parent, "not_null", { key: {}, holds: true, node });
}

/** `Object.setPrototypeOf(object, parent)`: instances of classes, arrays and functions keep theirs. */
export function changeParent(f: FunctionContext, object: Operand, parent: Operand, node: ts.Node): void {
  const { builder } = f;
  const [plain, other] = [builder.block(), builder.block()];
  builder.branch(f.emit("instance_of", [object], node, { class: everyInstance.literal }), plain, other);
  builder.sealAndStart(other);
  builder.stop("unsupported", "another prototype for what is no plain object", spanOf(node));
  builder.sealAndStart(plain);
  const self = refined(
    f,
    object,
    "instance",
    { key: {}, holds: true, node },
    { class: everyInstance.literal },
  );
  giveParent(f, self, parent, node);
}

/** An object inherits from now on. */
export function giveParent(f: FunctionContext, object: Operand, parent: Operand, node: ts.Node): void {
  for (const [name, value] of inherited(f.translation, parent))
    f.emit("set_property", [object, value], node, { name });
}

/**
 * Constructors that return another object than `this`, as those of singletons do: it stands under a hidden name of the
 * instance, and `new` gives it in the instance's place.
 */
import { constants, type Operand, variable } from "../../graph/graph.ts";
import { everyInstance } from "../../graph/well-known.ts";
import type { Span } from "../../source/span.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { throwNew } from "../control/raising.ts";
import { refined } from "../control/refined.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { GraphBuilder } from "../functions/ssa.ts";
import type { ClassBinding } from "../names/bindings.ts";
import { returnsAnother } from "../prototypes/plain-constructor.ts";

const another = "##another";

export function isReplacing({ declaration }: ClassBinding): boolean {
  return declaration.members.some((one) => tsc.isConstructorDeclaration(one) && returnsAnother(one.body));
}

/** `return value` in a constructor. */
export function returnFromConstructor(f: FunctionContext, node: ts.ReturnStatement): void {
  const owner = f.translation.names.classOf(f.info.node.parent as ts.ClassLikeDeclaration);
  if (!isReplacing(owner)) return;
  const given = node.expression ? f.expression(node.expression) : constants.undefined;
  const self = f.builder.read(f.translation.names.thisVariable(f.info));
  const keep = (value: Operand): void => void f.emit("set_property", [self, value], node, { name: another });
  const { builder } = f;
  const [object, other, end] = [builder.block(), builder.block(), builder.block()];
  builder.branch(f.emit("instance_of", [given], node, { class: everyInstance.object }), object, other);
  builder.sealAndStart(object);
  keep(refined(f, given, "instance", { key: {}, holds: true, node }, { class: everyInstance.object }));
  builder.jump(end);
  builder.sealAndStart(other);
  if (owner.parent) requireUndefined(f, given, node);
  keep(constants.undefined);
  builder.jump(end);
  builder.sealAndStart(end);
}

/** A class that extends another has to return an object if it returns anything. */
function requireUndefined(f: FunctionContext, given: Operand, node: ts.Node): void {
  const { builder } = f;
  const [none, some] = [builder.block(), builder.block()];
  builder.branch(f.emit("strict_equal", [given, constants.undefined], node), none, some);
  builder.sealAndStart(some);
  throwNew(f, "TypeError", "Derived constructors may only return object or undefined", node);
  builder.jump(none);
  builder.sealAndStart(none);
}

/** What `new` gives, of an instance that it made. */
export function madeInstance(
  builder: GraphBuilder,
  binding: ClassBinding,
  made: Operand,
  span: Span | undefined,
): Operand {
  if (!isReplacing(binding)) return made;
  const result = variable("made", "any");
  const [own, replaced, end] = [builder.block(), builder.block(), builder.block(result)];
  const found = builder.emit("get_property", [made], span, { name: another });
  builder.branch(builder.emit("strict_equal", [found, constants.undefined], span), own, replaced);
  builder.sealAndStart(own);
  builder.jump(end, made);
  builder.sealAndStart(replaced);
  const key = { test: {}, holds: true, span };
  builder.jump(
    end,
    found.kind === "variable" ? builder.refine(found, [], { test: "not_undefined" }, key) : found,
  );
  builder.sealAndStart(end);
  return result;
}

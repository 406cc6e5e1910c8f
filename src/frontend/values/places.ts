/** Places that can be assigned: variables, properties, elements, static and inherited members. */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { callStatic, findStatic, isShadowed, staticOwner, staticTarget } from "../classes/static-members.ts";
import { inheritedField } from "../classes/static-shadows.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { Binding } from "../names/bindings.ts";
import { globalProperty } from "../names/global-properties.ts";
import { bindingOfName, libraryName } from "../names/library-names.ts";
import { assignIn, mayBeDefined, rawOf, valueIn } from "../properties/defined-properties.ts";
import { checkElementWrite, checkLengthWrite } from "../properties/frozen-arrays.ts";
import type { PropertyKey } from "../properties/property-keys.ts";
import {
  changeParent,
  hasPrototypes,
  hidden,
  inheritedProperty,
  knownParent,
  prototypeOf,
} from "../prototypes/prototype-objects.ts";
import { nameOfAccess } from "../tree/access-name.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { superOwner, thisExpression } from "./members.ts";
import { assignVariable, readVariable } from "./variables.ts";

const K = tsc.SyntaxKind;

/** A place whose parts have been evaluated. */
export interface Place {
  read(): Operand;
  write(value: Operand): void;
}

export function placeOf(f: FunctionContext, target: ts.Expression): Place {
  if (tsc.isIdentifier(target)) return namePlace(f, target);
  if (tsc.isPropertyAccessExpression(target) || tsc.isElementAccessExpression(target))
    return memberPlace(f, target);
  f.refuse(target, "syntax", "assignment to this");
  return nowhere;
}

const nowhere: Place = { read: () => constants.undefined, write: () => {} };

function namePlace(f: FunctionContext, target: ts.Identifier): Place {
  const binding: Binding | undefined = f.translation.names.bindingOf(target);
  if (binding?.kind === "local" || binding?.kind === "global") {
    // What could be read is initialised.
    let isRead = false;
    return {
      read() {
        isRead = true;
        return readVariable(f, binding, target);
      },
      write: (value) => assignVariable(f, binding, value, target, isRead),
    };
  }
  if (!binding) f.refuse(target, target.text === "arguments" ? "arguments" : "unknownName", target.text);
  else f.refuse(target, "assignToConstant", target.text);
  return nowhere;
}

function memberPlace(
  f: FunctionContext,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Place {
  if (tsc.isPropertyAccessExpression(target) && f.translation.names.namespaceMember(target.name))
    return namePlace(f, target.name as ts.Identifier);
  const global = globalProperty(f.translation, target);
  if (global !== undefined)
    return {
      read: () => f.emit("get_global", [], target, { name: global }),
      write: (value) => void f.emit("set_global", [value], target, { name: global }),
    };
  const name = nameOfAccess(target);
  const object = skipErased(target.expression);
  const owner = staticOwner(f, object);
  if (object.kind === K.SuperKeyword && !owner) return superPlace(f, target, name);
  if (owner) return staticPlace(f, target, name);
  const binding = bindingOfName(f.translation.names, object);
  const library = libraryName(f.translation.names, target);
  if (library?.startsWith("memory.state.")) {
    const field = library.slice("memory.state.".length);
    return {
      read: () => f.emit("call_builtin", [], target, { name: `memory.getState.${field}` }),
      write: (value) => void f.emit("call_builtin", [value], target, { name: `memory.setState.${field}` }),
    };
  }
  if (binding?.kind === "enum" || library !== undefined) {
    f.refuse(target, library === undefined ? "assignToConstant" : "builtin", target.getText());
    return nowhere;
  }
  const receiver = f.expression(target.expression);
  if (name !== undefined) {
    const where = tsc.isPropertyAccessExpression(target) ? target.name : target;
    if (name === "__proto__" || name === "prototype") {
      if (hasPrototypes(f)) return prototypePlace(f, receiver, name, where);
      f.refuse(target, "prototype", name);
    }
    if (mayBeDefined(f, name)) return definedPlace(f, receiver, { kind: "name", name }, where);
    return {
      read: () => readNamed(f, receiver, name, where),
      write: (value) => {
        if (name === "length") checkLengthWrite(f, receiver, value, where);
        f.emit("set_property", [receiver, value], where, { name });
      },
    };
  }
  const index = f.expression((target as ts.ElementAccessExpression).argumentExpression);
  if (mayBeDefined(f, undefined)) return definedPlace(f, receiver, { kind: "computed", key: index }, target);
  return {
    read: () => f.emit("get_index", [receiver, index], target),
    write: (value) => {
      checkElementWrite(f, receiver, index, target);
      f.emit("set_index", [receiver, index, value], target);
    },
  };
}

function readNamed(f: FunctionContext, receiver: Operand, name: string, where: ts.Node): Operand {
  return hasPrototypes(f)
    ? inheritedProperty(f, receiver, name, where)
    : f.emit("get_property", [receiver], where, { name });
}

/** Where an object may have a property that is more than a value. */
function definedPlace(f: FunctionContext, receiver: Operand, key: PropertyKey, where: ts.Node): Place {
  const raw = (): Operand =>
    key.kind === "name" ? readNamed(f, receiver, key.name, where) : rawOf(f, receiver, key, where);
  return {
    read: () => valueIn(f, receiver, raw(), where),
    write: (value) => {
      if (key.kind === "computed") checkElementWrite(f, receiver, key.key, where);
      assignIn(f, receiver, key, value, where);
    },
  };
}

function prototypePlace(f: FunctionContext, receiver: Operand, name: string, where: ts.Node): Place {
  const isParent = name === "__proto__";
  return {
    read: () => (isParent ? knownParent(f, receiver, where) : prototypeOf(f, receiver, where)),
    write: (value) => {
      if (isParent) changeParent(f, receiver, value, where);
      else f.emit("set_property", [receiver, value], where, { name: hidden.prototype });
    },
  };
}

function superPlace(f: FunctionContext, target: ts.Expression, name: string | undefined): Place {
  const owner = superOwner(f, target);
  if (!owner || name === undefined) {
    f.refuse(target, "superElsewhere");
    return nowhere;
  }
  const self = thisExpression(f, (target as ts.PropertyAccessExpression).expression);
  const attributes = { class: owner.name, name };
  return {
    read: () => f.emit("get_super", [self], target, attributes),
    write: (value) => void f.emit("set_super", [self, value], target, attributes),
  };
}

function staticPlace(
  f: FunctionContext,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  name: string | undefined,
): Place {
  const owner = staticOwner(f, skipErased(target.expression));
  const found = owner && name !== undefined ? findStatic(owner, name) : undefined;
  if (!owner || !found || found.kind === "method" || name === undefined) {
    f.refuse(target, "classValue");
    return nowhere;
  }
  if (isShadowed(f.translation, owner, found, name)) {
    const { getter, setter } = inheritedField(f.translation, owner, name);
    return {
      read: () => f.emit("call", [], target, { function: getter }),
      write: (value) => void f.emit("call", [value], target, { function: setter }),
    };
  }
  if (found.kind === "field") {
    return {
      read: () => readVariable(f, found.variable, target),
      write: (value) => {
        const hides = found.variable.kind === "local" && found.owner !== owner;
        if (hides) f.refuse(target, "classStatics");
        else assignVariable(f, found.variable, value, target);
      },
    };
  }
  const { getter, setter } = found;
  return {
    read: () =>
      getter ? callStatic(f, staticTarget(f, owner, found, getter, target), [], target) : constants.undefined,
    write: (value) => {
      if (setter) callStatic(f, staticTarget(f, owner, found, setter, target), [value], target);
      else f.refuse(target, "assignToConstant", target.getText());
    },
  };
}

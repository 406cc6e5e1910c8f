/**
 * Enums: members that are constants are just those; of others the value is computed where the enum stands and kept in a
 * module variable. The reverse mapping is a function, and an enum as a value is an object with all of its properties.
 */
import { constants, graph, type Operand, variable } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { GraphBuilder } from "../functions/ssa.ts";
import type { EnumBinding } from "../names/bindings.ts";
import type { Translation } from "../translation.ts";
import { numberConstant } from "../tree/number-constant.ts";

/** What `E.name` is. */
export function enumMemberValue(f: FunctionContext, member: ts.EnumMember): Operand {
  const known = constantOf(f.translation, member);
  if (known) return known;
  return f.emit("get_global", [], member, { name: globalOf(f.translation, member) });
}

function constantOf({ names }: Translation, member: ts.EnumMember): Operand | undefined {
  const value = names.checker.getConstantValue(member);
  if (typeof value === "string") return constants.string(value);
  return typeof value === "number" ? numberConstant(value) : undefined;
}

const globals = new WeakMap<ts.EnumMember, string>();

function globalOf(translation: Translation, member: ts.EnumMember): string {
  let name = globals.get(member);
  if (name === undefined) {
    const { prefix } = translation.names.moduleOf(member);
    name = translation.names.unique(`${prefix}.${member.parent.name.text}.${memberName(member)}`);
    globals.set(member, name);
    translation.program.globals.set(name, { name, type: "any", initial: undefined, span: undefined });
  }
  return name;
}

function memberName({ name }: ts.EnumMember): string {
  return tsc.isComputedPropertyName(name) ? name.expression.getText() : name.text;
}

/** The declarations of an enum, which may stand in several places. */
function membersOf({ names }: Translation, { declaration }: EnumBinding): ts.EnumMember[] {
  const symbol = names.checker.getSymbolAtLocation(declaration.name);
  return (symbol?.declarations ?? [declaration]).flatMap((one) =>
    tsc.isEnumDeclaration(one) ? [...one.members] : [],
  );
}

/** Where the enum stands: members that are no constants are computed, in order. */
export function enumDeclaration(f: FunctionContext, node: ts.EnumDeclaration): void {
  for (const one of node.members) {
    if (constantOf(f.translation, one) || !one.initializer) continue;
    const value = f.expression(one.initializer);
    f.emit("set_global", [value], one, { name: globalOf(f.translation, one) });
  }
}

interface Property {
  readonly key: string;
  readonly member: ts.EnumMember;
  /** The number, for the properties that lead back to names. */
  readonly number: number | undefined;
}

/** All properties of the enum's object: numbers first, then names; undefined where a computed member may be a number. */
function propertiesOf(translation: Translation, binding: EnumBinding): Property[] | undefined {
  const byKey = new Map<string, Property>();
  for (const member of membersOf(translation, binding)) {
    const known = constantOf(translation, member);
    if (!known) return undefined;
    const name = memberName(member);
    byKey.set(name, { key: name, member, number: undefined });
    if (known.kind !== "int" && known.kind !== "float") continue;
    const key = String(known.value);
    byKey.set(key, { key, member, number: known.value });
  }
  const isIndex = ({ key }: Property): boolean => /^(0|[1-9]\d*)$/.test(key);
  const all = [...byKey.values()];
  const indices = all.filter(isIndex).sort((a, b) => Number(a.key) - Number(b.key));
  return [...indices, ...all.filter((one) => !isIndex(one))];
}

function propertyValue(translation: Translation, { member, number }: Property): Operand {
  const known = number === undefined ? constantOf(translation, member) : undefined;
  return known ?? constants.string(memberName(member));
}

const objects = new WeakMap<EnumBinding, string>();

/** The enum as an object: made when it is first asked for. */
export function enumObject(f: FunctionContext, binding: EnumBinding, node: ts.Node): Operand {
  let name = objects.get(binding);
  if (name === undefined) {
    name = makeObject(f, binding);
    objects.set(binding, name);
  }
  return f.emit("call", [], node, { function: name });
}

function makeObject(f: FunctionContext, binding: EnumBinding): string {
  const { translation } = f;
  const { declaration } = binding;
  const { prefix } = translation.names.moduleOf(declaration);
  const name = translation.names.unique(`${prefix}.${declaration.name.text}.object`);
  const initial = constants.undefined;
  translation.program.globals.set(name, { name, type: "any", initial, span: undefined });
  const properties = propertiesOf(translation, binding);
  const keys = properties?.map((one) => one.key) ?? [];
  const info = translation.classOfLiteral(declaration, f.info, "literal", keys);
  const builder = new GraphBuilder(graph(name, { displayName: name }), []);
  const [make, done] = [builder.block(), builder.block()];
  const known = builder.emit("get_global", [], undefined, { name });
  builder.branch(builder.emit("strict_equal", [known, constants.undefined], undefined), make, done);
  builder.sealAndStart(make);
  const values = properties?.map((one) => propertyValue(translation, one)) ?? [];
  const made = builder.emit("new_object", values, undefined, { class: info.name });
  if (!properties) addMembers(translation, binding, builder, made);
  builder.emit("set_global", [made], undefined, { name });
  builder.return(made, undefined);
  builder.sealAndStart(done);
  builder.return(known, undefined);
  translation.program.functions.set(name, builder.finish());
  return name;
}

/** Where only running the program tells the numbers: name by name, each number leading back to its name. */
function addMembers(
  translation: Translation,
  binding: EnumBinding,
  builder: GraphBuilder,
  object: Operand,
): void {
  for (const member of membersOf(translation, binding)) {
    const name = memberName(member);
    const known = constantOf(translation, member);
    const value = known ?? builder.emit("get_global", [], undefined, { name: globalOf(translation, member) });
    builder.emit("set_property", [object, value], undefined, { name });
    if (known?.kind !== "string")
      builder.emit("set_index", [object, value, constants.string(name)], undefined);
  }
}

const lookups = new WeakMap<EnumBinding, string>();

/** `E[x]`: from a number to its name, from a name to its value. */
export function enumElement(
  f: FunctionContext,
  binding: EnumBinding,
  index: ts.Expression,
  node: ts.Node,
): Operand {
  let name = lookups.get(binding);
  if (name === undefined) {
    const properties = propertiesOf(f.translation, binding);
    if (!properties) return f.emit("get_index", [enumObject(f, binding, node), f.expression(index)], node);
    name = makeLookup(f.translation, binding, properties);
    lookups.set(binding, name);
  }
  return f.emit("call", [f.expression(index)], node, { function: name });
}

function makeLookup(
  translation: Translation,
  { declaration }: EnumBinding,
  properties: readonly Property[],
): string {
  const { prefix } = translation.names.moduleOf(declaration);
  const name = translation.names.unique(`${prefix}.${declaration.name.text}.lookup`);
  const key = variable("key", "any");
  const builder = new GraphBuilder(graph(name, { displayName: name }), [key]);
  const on = (wanted: Operand, result: Operand): void => {
    const [found, next] = [builder.block(), builder.block()];
    builder.branch(builder.emit("strict_equal", [key, wanted], undefined), found, next);
    builder.sealAndStart(found);
    builder.return(result, undefined);
    builder.sealAndStart(next);
  };
  for (const { number, member } of properties)
    if (number !== undefined) on(numberConstant(number), constants.string(memberName(member)));
  for (const one of properties) {
    const known = constantOf(translation, one.member);
    const result = one.number === undefined ? known : constants.string(memberName(one.member));
    if (result) on(constants.string(one.key), result);
  }
  builder.return(constants.undefined, undefined);
  translation.program.functions.set(name, builder.finish());
  return name;
}

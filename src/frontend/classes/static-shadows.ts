/**
 * Static fields that a class inherits and something assigns: the assignment gives the class a field of its own, which
 * from then on hides the parent's.
 */
import { constants, graph, variable } from "../../graph/graph.ts";
import { GraphBuilder } from "../functions/ssa.ts";
import type { ClassBinding } from "../names/bindings.ts";
import type { Translation } from "../translation.ts";

export interface Accessors {
  readonly getter: string;
  readonly setter: string;
}

const known = new WeakMap<ClassBinding, Map<string, Accessors>>();

/** Functions that read and write the field `member` as a class sees it that does not declare it. */
export function inheritedField(translation: Translation, owner: ClassBinding, member: string): Accessors {
  const fields = known.get(owner) ?? new Map<string, Accessors>();
  known.set(owner, fields);
  let found = fields.get(member);
  if (!found) {
    found = makeAccessors(translation, owner, member);
    fields.set(member, found);
  }
  return found;
}

function makeAccessors(translation: Translation, owner: ClassBinding, member: string): Accessors {
  const { names, program } = translation;
  const global = (suffix: string, isFlag: boolean): string => {
    const name = names.unique(`${owner.name}.${suffix}`);
    const initial = isFlag ? constants.bool(false) : undefined;
    program.globals.set(name, { name, type: "any", initial, span: undefined });
    return name;
  };
  const field = global(member, false);
  const isOwn = global(`${member}.own`, true);
  const getter = names.unique(`${owner.name}.get-${member}`);
  const setter = names.unique(`${owner.name}.set-${member}`);

  const read = new GraphBuilder(graph(getter, { displayName: getter }), []);
  const [own, inherited] = [read.block(), read.block()];
  const flag = read.emit("get_global", [], undefined, { name: isOwn });
  read.branch(read.emit("truthy", [flag], undefined), own, inherited);
  read.sealAndStart(own);
  read.return(read.emit("get_global", [], undefined, { name: field }), undefined);
  read.sealAndStart(inherited);
  const parent = owner.parent as ClassBinding;
  const declared = parent.staticFields.get(member);
  const above =
    declared?.kind === "global"
      ? read.emit("get_global", [], undefined, { name: translation.declareGlobal(declared) })
      : read.emit("call", [], undefined, { function: inheritedField(translation, parent, member).getter });
  read.return(above, undefined);
  program.functions.set(getter, read.finish());

  const value = variable("value", "any");
  const write = new GraphBuilder(graph(setter, { displayName: setter }), [value]);
  write.emit("set_global", [value], undefined, { name: field });
  write.emit("set_global", [constants.bool(true)], undefined, { name: isOwn });
  write.return(constants.undefined, undefined);
  program.functions.set(setter, write.finish());
  return { getter, setter };
}

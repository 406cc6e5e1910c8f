import { type ClassInfo, lookupMember, type Program } from "../../graph/program.ts";
import type { ValueType } from "../../graph/types.ts";

/** What the library may get from such members: it looks into that too. */
export function* reflectedResults(program: Program, info: ClassInfo): Generator<ValueType> {
  const names: string[] = info.kind === "literal" ? [...info.getters.values()] : [];
  if (info.function !== undefined) names.push(info.function);
  const member = info.kind === "closure" ? undefined : lookupMember(program, info.name, "toJSON");
  if (member?.kind === "method") names.push(member.function);
  for (const name of names) {
    const result = program.functions.get(name)?.result;
    if (typeof result === "object") yield result;
  }
}

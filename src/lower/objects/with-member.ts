/** What a property of an object holds, where whoever asks makes something of it. */
import type { Operand } from "../../graph/graph.ts";
import type { LowType } from "../../graph/types.ts";
import { callMethod, undefinedKnown } from "../calls/invoke.ts";
import type { Known, Lowering } from "../lowering.ts";
import { byCase, memberCases } from "./classes.ts";
import { loadPlace } from "./place-access.ts";

/** Does something with a property of an object; an absent one and a method are undefined. */
export function withMember(
  l: Lowering,
  object: Known,
  name: string,
  low: LowType,
  use: (value: Known) => Operand,
): Operand {
  return byCase(l, object, memberCases(l, object.type.objects, name), low, ({ member, classes }, one) => {
    if (member.kind === "field") return use(loadPlace(l, one.operand, member.place));
    if (member.kind === "accessor" && member.getters.size === classes.length)
      return use(callMethod(l, `get ${name}`, member.getters, one, []));
    return use(undefinedKnown);
  });
}

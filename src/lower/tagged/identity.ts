/** Objects that may live in their word have no identity (tagged-words.ts). */
import { isTaggedClass } from "../../graph/tagged.ts";
import type { Known, Lowering } from "../lowering.ts";
import { isOneOf } from "../objects/classes.ts";
import { isOwn, refuseIdentity, withoutIdentity } from "./tagged-words.ts";

/**
 * The identity of an object is asked for that may live in its word. In the program itself that is refused; to the library
 * flow brings more than what comes there, so that it stops where such an object does come; `certain`: nothing else does.
 */
export function requireIdentity(l: Lowering, knowns: readonly Known[], what: string, certain = false): void {
  const [first] = knowns as [Known];
  if (certain || isOwn(l)) return refuseIdentity(l, first.type, what);
  const tests = knowns.map(({ operand, type }) =>
    isOneOf(l, operand, type.objects.filter(isTaggedClass), type.objects),
  );
  const all = tests.reduce((a, b) => l.op("bool_and", [a, b], "bool"));
  l.when(all, () => l.stop("unsupported", `${what} is of a tagged class: ${withoutIdentity}`), false);
}

/** Methods that know a locale: only Node's default one, `en-US`, is there. */
import { representationOf } from "../../graph/representation.ts";
import { neverType } from "../../graph/types.ts";
import type { BuiltinLowering } from "../calls/builtin.ts";
import type { Known } from "../lowering.ts";

/** The default locale, by its name. */
function isDefault({ operand }: Known): boolean {
  return operand.kind === "string" && (operand.value === "en-US" || operand.value === "en");
}

/** Refuses a call with a locale, the argument numbered `first` of those after the receiver, or with options. */
export function withoutLocale(lowering: BuiltinLowering, first = 1): BuiltinLowering {
  return (l, args, result, operation) => {
    const given = args.slice(first).filter((one, index) => {
      const representation = representationOf(one.type);
      return (
        (representation.kind !== "unit" || representation.value === "null") &&
        !(index === 0 && isDefault(one))
      );
    });
    if (given.length === 0) return lowering(l, args.slice(0, first), result, operation);
    const operand = l.refuse(
      "H3108",
      "locales and their options are not supported yet",
      "leave the argument out: the default locale is `en-US`",
    );
    return { operand, type: neverType };
  };
}

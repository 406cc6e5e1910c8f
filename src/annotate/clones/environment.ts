/**
 * The type-argument keys in force in a clone: for each generic function or class around it, its keys. Code nested in
 * a generic function is cloned with it. Prelude methods of arrays are cloned for each call site instead.
 */
export interface Environment {
  readonly scopes: readonly Scope[];
  /** The call site for which prelude code was cloned. */
  readonly site: string | undefined;
}

interface Scope {
  readonly owner: string;
  readonly parameters: readonly string[];
  readonly keys: readonly string[];
}

export const emptyEnvironment: Environment = { scopes: [], site: undefined };

/** What follows the name of a clone: `<number+string>`, nothing for code that is not generic. */
export function cloneSuffix(environment: Environment): string {
  const keys = environment.scopes.flatMap((one) => one.keys);
  if (environment.site !== undefined) keys.push(environment.site);
  return keys.length === 0 ? "" : `<${keys.join("+")}>`;
}

function encloses(owner: string, name: string): boolean {
  return name === owner || (name.startsWith(owner) && name[owner.length] === ".");
}

/** What code called `name` inherits of the environment of the code that mentions it: the scopes that enclose it. */
export function inheritEnvironment(from: Environment, name: string): Environment {
  const site = name.startsWith("prelude.") && !name.startsWith("prelude.jobs.") ? from.site : undefined;
  if (from.scopes.length === 0) return site === from.site ? from : { scopes: [], site };
  const scopes = from.scopes.filter((one) => encloses(one.owner, name));
  return { scopes, site };
}

/** Adds or replaces the keys of `owner`. Missing keys are unions. */
export function withKeys(
  from: Environment,
  owner: string,
  parameters: readonly string[],
  keys: readonly string[],
): Environment {
  if (parameters.length === 0) return from;
  const full = parameters.map((_, i) => keys[i] ?? "u");
  const scopes = from.scopes.filter((one) => one.owner !== owner);
  scopes.push({ owner, parameters, keys: full });
  scopes.sort((a, b) => (a.owner < b.owner ? -1 : a.owner > b.owner ? 1 : 0));
  return { scopes, site: from.site };
}

export function withSite(from: Environment, site: string): Environment {
  return { scopes: from.scopes, site };
}

/** A key as the environment sees it: `$T` is replaced by the key of the nearest T. */
export function resolveKey(environment: Environment, key: string): string {
  if (!key.startsWith("$")) return key;
  const name = key.slice(1);
  for (let i = environment.scopes.length - 1; i >= 0; i--) {
    const scope = environment.scopes[i]!;
    const at = scope.parameters.indexOf(name);
    if (at >= 0) return scope.keys[at] ?? "u";
  }
  return "u";
}

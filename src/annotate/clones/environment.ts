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
  /** What the parameters mean to code inside, where the first key only tells for which child a parent was cloned. */
  readonly meant: readonly string[];
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
  meant = keys,
): Environment {
  if (parameters.length === 0) return from;
  const full = (given: readonly string[]): string[] => parameters.map((_, i) => given[i] ?? "u");
  const scopes = from.scopes.filter((one) => one.owner !== owner);
  scopes.push({ owner, parameters, keys: full(keys), meant: full(meant) });
  scopes.sort((a, b) => (a.owner < b.owner ? -1 : a.owner > b.owner ? 1 : 0));
  return { scopes, site: from.site };
}

/**
 * What the parameters of a parent mean in a clone for one child. The child's own keys, as in `class Cons<T> extends
 * List<T>`: its name with the keys would grow without end where methods of the parent make children.
 */
export function keysForParent(child: string, ofChild: Environment, className: string): readonly string[] {
  if (ofChild.scopes.length === 0) return [child];
  return ofChild.scopes.find((one) => one.owner === className)?.keys ?? [];
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
    if (at >= 0) return scope.meant[at] ?? "u";
  }
  return "u";
}

/**
 * Names under which objects of a program may have properties that are more than a value: what `Object.defineProperty` and
 * its like are given. Accesses of other names need not ask (defined-properties.ts).
 */

import { type ts, tsc } from "../checker/typescript.ts";
import type { SourceModule } from "../names/bindings.ts";
import { nameInBrackets } from "../names/symbol-names.ts";
import { literalConstant } from "../tree/literal-constants.ts";
import { skipErased } from "../tree/syntax-tree.ts";

const defining = /^(Object|Reflect)\.(defineProperty|defineProperties|create)$/;
/** Calls that tell accessors of literals from values, or write to what they do not know. */
const describing = /getOwnPropertyDescriptor|Reflect\s*\.\s*[gs]et\b|__(define|lookup)[GS]etter__/;

export class DefinedNames {
  /** Some are known only when the program runs. */
  any = false;
  readonly #names = new Set<string>();
  /** Accessors of literals are such properties too: somebody describes or inherits them. */
  describesLiterals = false;
  /** Some object may be frozen or sealed. */
  restricts = false;
  /** Some property may have a symbol for a name. */
  symbols = false;

  read(modules: readonly SourceModule[], inherits: boolean): void {
    const own = modules.filter((one) => !one.prelude && !one.system).map((one) => one.file);
    this.describesLiterals = inherits || own.some((one) => describing.test(one.text));
    this.symbols = own.some((one) => /\bSymbol\b/.test(one.text));
    this.restricts = own.some((one) => /\b(freeze|seal|preventExtensions)\b/.test(one.text));
    for (const file of own)
      if (this.describesLiterals || /\bdefinePropert|\bcreate\b|__define/.test(file.text)) this.#visit(file);
  }

  has(name: string): boolean {
    return this.any || this.#names.has(name);
  }

  /** There are such properties at all. */
  get some(): boolean {
    return this.any || this.#names.size > 0;
  }

  #visit(node: ts.Node): void {
    if (tsc.isCallExpression(node)) this.#call(node);
    else if (this.describesLiterals && tsc.isAccessor(node) && tsc.isObjectLiteralExpression(node.parent))
      this.#add(writtenName(node.name));
    tsc.forEachChild(node, (child) => this.#visit(child));
  }

  #call(node: ts.CallExpression): void {
    const [, second] = node.arguments;
    const callee = skipErased(node.expression);
    if (tsc.isPropertyAccessExpression(callee) && /^__define[GS]etter__$/.test(callee.name.text)) {
      this.#add(node.arguments[0] && textOf(node.arguments[0]));
      return;
    }
    const called = defining.exec(callee.getText().replaceAll(/\s|\?/g, ""))?.[2];
    if (called === undefined) return;
    if (called === "defineProperty") this.#add(second && textOf(second));
    else if (second) this.#described(skipErased(second));
  }

  /** `{ name: descriptor }` */
  #described(given: ts.Expression): void {
    if (!tsc.isObjectLiteralExpression(given)) this.any = true;
    else
      for (const one of given.properties)
        this.#add(one.name && !tsc.isSpreadAssignment(one) ? writtenName(one.name) : undefined);
  }

  #add(name: string | undefined): void {
    if (name === undefined) this.any = true;
    else this.#names.add(name);
  }
}

function textOf(given: ts.Expression): string | undefined {
  const known = literalConstant(given);
  if (known?.kind === "int") return String(known.value);
  return known?.kind === "string" ? known.value : nameInBrackets(given);
}

export function writtenName(name: ts.PropertyName): string | undefined {
  return tsc.isComputedPropertyName(name) ? textOf(name.expression) : name.text;
}

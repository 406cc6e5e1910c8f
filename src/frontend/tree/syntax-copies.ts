/**
 * Copies of parts of a syntax tree, which stand somewhere else: what a function does is translated at a call of it. A copy
 * has its text, and its place in messages, from what it is a copy of; its positions lie inside the call, so that whoever
 * compares positions finds it evaluated there.
 */
import { type ts, tsc } from "../checker/typescript.ts";

/** All that one call has copies of. */
export class SyntaxCopies {
  readonly call: ts.CallExpression;
  /** The copies in which the call itself stands. */
  readonly #outer: SyntaxCopies | undefined;
  readonly #copies = new Map<ts.Node, ts.Node>();
  readonly #source: ts.Node;
  readonly #start: number;
  readonly #room: number;

  constructor(call: ts.CallExpression, source: ts.Node) {
    this.call = call;
    this.#outer = places.get(call)?.copies;
    this.#source = source;
    this.#start = Math.max(call.expression.end, ...call.arguments.map((one) => one.end));
    this.#room = (call.end - this.#start) / (source.end - source.pos + 2);
  }

  /** A copy of a part of the source, below the call. */
  add<T extends ts.Node>(node: T): T {
    return this.#copy(node, this.call);
  }

  /** The declaration that a name in these copies means, where it would mean `declaration` in the program's text. */
  declarationFor(declaration: ts.Node): ts.Node {
    const around = this.#outer ? this.#outer.declarationFor(declaration) : declaration;
    return this.#copies.get(around) ?? around;
  }

  /** How many calls stand in copies of each other. */
  get depth(): number {
    return 1 + (this.#outer?.depth ?? 0);
  }

  #copy<T extends ts.Node>(node: T, parent: ts.Node): T {
    const made = Object.create(Object.getPrototypeOf(node)) as ts.Node;
    const at = (position: number): number => this.#start + (position - this.#source.pos + 1) * this.#room;
    for (const [key, value] of Object.entries(node)) {
      if (notCopied.has(key)) continue;
      const copied = isNode(value)
        ? this.#copy(value, made)
        : isNodes(value)
          ? this.#copyAll(value, made, at)
          : value;
      Object.assign(made, { [key]: copied });
    }
    const origin = originOf(node);
    Object.assign(made, {
      parent,
      pos: at(node.pos),
      end: at(node.end),
      getSourceFile: () => origin.getSourceFile(),
      getStart: () => origin.getStart(),
      getEnd: () => origin.getEnd(),
      getText: () => origin.getText(),
    });
    places.set(made, { origin, copies: this });
    this.#copies.set(node, made);
    return made as T;
  }

  #copyAll(
    list: ts.NodeArray<ts.Node>,
    parent: ts.Node,
    at: (position: number) => number,
  ): ts.NodeArray<ts.Node> {
    const { hasTrailingComma } = list;
    return Object.assign(
      list.map((one) => this.#copy(one, parent)),
      { pos: at(list.pos), end: at(list.end), hasTrailingComma },
    ) as unknown as ts.NodeArray<ts.Node>;
  }
}

const places = new WeakMap<ts.Node, { readonly origin: ts.Node; readonly copies: SyntaxCopies }>();

/** What parser and checker noted of the node itself. */
const notCopied: ReadonlySet<string> = new Set([
  ...["parent", "pos", "end", "id", "symbol", "localSymbol", "locals", "nextContainer", "original"],
  ...["flowNode", "endFlowNode", "returnFlowNode", "jsDoc", "emitNode", "jsDocCache"],
]);

function isNode(value: unknown): value is ts.Node {
  return typeof value === "object" && value !== null && "kind" in value && "pos" in value;
}

function isNodes(value: unknown): value is ts.NodeArray<ts.Node> {
  return Array.isArray(value) && "pos" in value;
}

/** The node of the program's text, which the checker knows. */
export function originOf<T extends ts.Node>(node: T): T {
  return (places.get(node)?.origin as T | undefined) ?? node;
}

/** The copies among which a node is. */
export function copiesOf(node: ts.Node): SyntaxCopies | undefined {
  return places.get(node)?.copies;
}

/** Where a node begins in the order of evaluation that positions stand for. */
export function startOf(node: ts.Node): number {
  return places.has(node) ? node.pos : node.getStart();
}

/** The file in which a node is evaluated. */
export function fileAround(node: ts.Node): ts.SourceFile {
  let at = node;
  while (!tsc.isSourceFile(at)) at = at.parent;
  return at;
}

/** A checker that can be asked about copies. */
export function withCopies(checker: ts.TypeChecker): ts.TypeChecker {
  const aware: Partial<ts.TypeChecker> = {
    getSymbolAtLocation: (node) => checker.getSymbolAtLocation(originOf(node)),
    getShorthandAssignmentValueSymbol: (node) =>
      checker.getShorthandAssignmentValueSymbol(node && originOf(node)),
    getTypeAtLocation: (node) => checker.getTypeAtLocation(originOf(node)),
    getTypeFromTypeNode: (node) => checker.getTypeFromTypeNode(originOf(node)),
    getResolvedSignature: (node, ...rest) => checker.getResolvedSignature(originOf(node), ...rest),
    getConstantValue: (node) => checker.getConstantValue(originOf(node)),
  };
  return Object.assign(Object.create(checker) as ts.TypeChecker, aware);
}

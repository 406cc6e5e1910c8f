/**
 * A woven graph as a C function: variables become locals, blocks become labels, links become assignments to the
 * target's parameters. The C compiler puts it back into static single assignment form.
 */
import {
  type Block,
  type Graph,
  isVariable,
  type Link,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
} from "../../graph/graph.ts";
import type { LowOpName } from "../../graph/ops.ts";
import type { LowType } from "../../graph/types.ts";
import { printSpan, type Span } from "../../source/span.ts";
import { type StopName, stops } from "../../source/stops.ts";
import { cName, cString } from "./names.ts";
import { constantText, LocalNames, type References } from "./operands.ts";
import { emitters, rootTop, usesRootTop } from "./operations.ts";
import { sourceNames } from "./source-names.ts";
import { cType, declare, machine } from "./types.ts";

export interface FunctionOptions {
  /** Variables have the source's names, for debuggers. */
  readonly sourceNames: boolean;
  /** Says where code stands in the source. */
  readonly line: LineDirective | undefined;
  /** Functions that several translation units name. */
  readonly shared: ReadonlySet<string>;
}

/** A `#line` for code of a place in a function. */
export type LineDirective = (span: Span | undefined, within: Graph) => string;

/** The C declaration of a graph's function, without a semicolon. */
export function functionHead(graph: Graph, names: LocalNames, shared: ReadonlySet<string>): string {
  const params = graph.blocks[0]!.params.map((one) => declare(machine(one.type), names.of(one)));
  const never = graph.notes.inline === "never" ? "__attribute__((noinline)) " : "";
  const linkage = shared.has(graph.name) ? "" : "static ";
  const always =
    linkage !== "" && graph.notes.inline === "always" ? "inline __attribute__((always_inline)) " : "";
  const cold = graph.notes.cold === "yes" ? "__attribute__((cold, noinline)) " : "";
  const result = cType(machine(graph.result));
  return `${linkage}${never}${always}${cold}${result} ${cName("f", graph.name)}(${params.join(", ") || "void"})`;
}

/** The C definition of a graph. */
export function emitFunction(graph: Graph, references: References, options: FunctionOptions): string {
  return new FunctionEmitter(graph, references, options).emit();
}

class FunctionEmitter {
  readonly #graph: Graph;
  readonly #references: References;
  readonly #options: FunctionOptions;
  readonly #names: LocalNames;
  readonly #labels = new Map<Block, number>();
  readonly #used = new Set<Block>();
  #lines: string[];
  #temporaries = 0;
  /** Declarations of objects in the frame. */
  readonly #frames: string[] = [];
  #lastLine = "";
  #usesRootTop = false;
  /** The variable has it since the operation before. */
  #knowsRootTop = false;

  constructor(graph: Graph, references: References, options: FunctionOptions) {
    this.#graph = graph;
    this.#references = references;
    this.#options = options;
    this.#names = options.sourceNames ? sourceNames(graph) : new LocalNames();
    // The first statements stand on the line of the head.
    this.#lines = options.line ? [""] : [];
  }

  emit(): string {
    const { blocks } = this.#graph;
    blocks.forEach((block, i) => {
      this.#labels.set(block, i);
      for (const link of linksOf(block.exit)) this.#used.add(link.target);
    });
    const head = functionHead(this.#graph, this.#names, this.#options.shared);
    const params = new Set(blocks[0]!.params);
    blocks.forEach((block, i) => {
      if (this.#used.has(block)) this.#emit(`b${i}:;`);
      this.#knowsRootTop = false;
      for (const operation of block.operations) this.#operation(operation);
      this.#exit(block, blocks[i + 1]);
    });
    const declarations = this.#declarations(params);
    const { line } = this.#options;
    if (!line) return [`${head} {`, ...declarations.map((one) => `  ${one}`), ...this.#lines, "}"].join("\n");
    const start = line(this.#graph.span ?? this.#firstSpan(), this.#graph);
    return `${start}\n${head} { ${declarations.join(" ")}${this.#lines.join("\n")} }`;
  }

  /** The function's own variables. Debuggers would show what stood in memory before, so there they start as zero. */
  #declarations(params: ReadonlySet<Variable>): string[] {
    const byType = new Map<LowType, Set<string>>();
    const own = new Set([...params].map((one) => this.#names.of(one)));
    for (const [one, name] of this.#names.all) {
      if (own.has(name)) continue;
      const type = machine(one.type);
      const names = byType.get(type) ?? new Set();
      byType.set(type, names.add(this.#options.sourceNames ? `${name} = 0` : name));
    }
    const variables = [...byType].map(([type, names]) => `${cType(type)} ${[...names].join(", ")};`);
    const roots = this.#usesRootTop ? [`${rootTop.type}${rootTop.name};`] : [];
    return [...variables, ...roots, ...this.#frames];
  }

  #firstSpan(): Span | undefined {
    for (const { operations } of this.#graph.blocks) for (const { span } of operations) if (span) return span;
    return undefined;
  }

  #text(operand: Operand): string {
    return isVariable(operand) ? this.#names.of(operand) : constantText(operand, this.#references);
  }

  /** What follows belongs to that place of the source; without one it belongs to what comes before. */
  #line(span: Span | undefined): void {
    const directive = span && this.#options.line?.(span, this.#graph);
    if (directive === undefined || directive === this.#lastLine) return;
    this.#lastLine = directive;
    this.#lines.push(directive, "");
  }

  /** C counts lines of its own after a directive: all that belongs to one line of the source stands on one here. */
  #emit(text: string): void {
    if (this.#options.line) this.#lines[this.#lines.length - 1] += ` ${text.trimStart()}`;
    else this.#lines.push(text);
  }

  #operation(operation: Operation): void {
    this.#line(operation.span);
    const { attributes } = operation;
    if (operation.op === "ref_instance") this.#references.types.add(String(attributes.struct));
    const args = operation.args.map((one) => this.#text(one));
    if (operation.op === "dispatch") args.push(this.#dispatcher(attributes.methods as readonly string[]));
    if (operation.op === "frame_memory") args.push(this.#frameMemory(String(attributes.struct)));
    this.#rootTopFor(operation);
    const text = emitters[operation.op as LowOpName](args, operation);
    const result = operation.result;
    this.#emit(result && result.type !== "void" ? `  ${this.#names.of(result)} = ${text};` : `  ${text};`);
  }

  /** Loads the top of the shadow stack once for operations in a row that want it. */
  #rootTopFor(operation: Operation): void {
    const wanted = usesRootTop(operation);
    if (wanted && !this.#knowsRootTop) this.#emit(`  ${rootTop.name} = ${rootTop.value};`);
    this.#knowsRootTop = wanted;
    this.#usesRootTop ||= wanted;
  }

  /** The C function that looks a method up. */
  #dispatcher(methods: readonly string[]): string {
    const symbol = cName("d", methods.join("|"));
    this.#references.dispatchers.set(symbol, methods);
    return symbol;
  }

  /** A local variable for an object; gives its name. */
  #frameMemory(struct: string): string {
    const name = `frame${this.#frames.length}`;
    this.#frames.push(`struct ${cName("s", struct)} ${name};`);
    return name;
  }

  #exit(block: Block, next: Block | undefined): void {
    const exit = block.exit;
    if (exit.kind === "return" || exit.kind === "stop") this.#line(exit.span);
    const emit = (line: string): void => this.#emit(`  ${line}`);
    switch (exit.kind) {
      case "return":
        return emit(
          exit.value && this.#graph.result !== "void" ? `return ${this.#text(exit.value)};` : "return;",
        );
      case "jump":
        for (const line of this.#link(exit.link, next)) emit(line);
        return;
      case "branch": {
        const condition = this.#text(exit.condition);
        const hinted =
          exit.likely === undefined ? condition : `__builtin_expect(${condition}, ${exit.likely ? 1 : 0})`;
        const then = this.#link(exit.then, undefined);
        const otherwise = this.#link(exit.else, next);
        emit(`if (${hinted}) { ${then.join(" ")} }`);
        for (const line of otherwise) emit(line);
        return;
      }
      case "switch":
        emit(`switch (${this.#text(exit.value)}) {`);
        for (const one of exit.cases)
          emit(`case ${one.value}: { ${this.#link(one.link, undefined).join(" ")} }`);
        emit(`default: { ${this.#link(exit.otherwise, undefined).join(" ")} } }`);
        return;
      case "stop": {
        const where = exit.span ? printSpan(exit.span) : this.#graph.displayName;
        const stop = stops[exit.code as StopName];
        return emit(
          `heddle_stop(${stop.exitCode}, ${cString(exit.message || stop.sentence)}, ${cString(where)});`,
        );
      }
      case "unreachable":
        return emit("__builtin_unreachable();");
      case "raise":
      case "except":
        throw new Error(`the exit ${exit.kind} should have been woven`);
    }
  }

  /** Assigns a link's arguments to the target's parameters, as if all at once, and goes there. */
  #link(link: Link, next: Block | undefined): string[] {
    const moves: { to: string; from: string; type: LowType }[] = [];
    link.target.params.forEach((param, i) => {
      const from = this.#text(link.args[i]!);
      const to = this.#names.of(param);
      if (from !== to) moves.push({ to, from, type: machine(param.type) });
    });
    const lines: string[] = [];
    // A parameter that another move still reads must wait; a cycle is broken by a temporary.
    while (moves.length > 0) {
      const free = moves.findIndex(
        (move) => !moves.some((other) => other !== move && other.from === move.to),
      );
      if (free >= 0) {
        const [move] = moves.splice(free, 1);
        lines.push(`${move!.to} = ${move!.from};`);
      } else {
        const [move] = moves.splice(0, 1);
        const name = `swap${this.#temporaries++}`;
        lines.push(`${declare(move!.type, name)} = ${move!.from};`);
        moves.push({ ...move!, from: name });
      }
    }
    if (link.target !== next) lines.push(`goto b${this.#labels.get(link.target)};`);
    return lines;
  }
}

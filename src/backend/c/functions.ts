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
} from "../../graph/graph.ts";
import type { LowOpName } from "../../graph/ops.ts";
import type { LowType } from "../../graph/types.ts";
import { printSpan, type Span } from "../../source/span.ts";
import { type StopName, stops } from "../../source/stops.ts";
import { cName, cString } from "./names.ts";
import { constantText, LocalNames, type References } from "./operands.ts";
import { emitters } from "./operations.ts";
import { cType, declare, machine } from "./types.ts";

export interface FunctionOptions {
  /** Write `#line` directives, so that debuggers and profilers show the source. */
  readonly lines: boolean;
}

/** The C declaration of a graph's function, without a semicolon. */
export function functionHead(graph: Graph, names: LocalNames): string {
  const params = graph.blocks[0]!.params.map((one) => declare(machine(one.type), names.of(one)));
  const never = graph.notes.inline === "never" ? "__attribute__((noinline)) " : "";
  const always = graph.notes.inline === "always" ? "inline __attribute__((always_inline)) " : "";
  const cold = graph.notes.cold === "yes" ? "__attribute__((cold, noinline)) " : "";
  const result = cType(machine(graph.result));
  return `static ${never}${always}${cold}${result} ${cName("f", graph.name)}(${params.join(", ") || "void"})`;
}

/** The C definition of a graph. */
export function emitFunction(graph: Graph, references: References, options: FunctionOptions): string {
  return new FunctionEmitter(graph, references, options).emit();
}

class FunctionEmitter {
  readonly #graph: Graph;
  readonly #references: References;
  readonly #options: FunctionOptions;
  readonly #names = new LocalNames();
  readonly #labels = new Map<Block, number>();
  readonly #used = new Set<Block>();
  #lines: string[] = [];
  #temporaries = 0;
  #lastLine = "";

  constructor(graph: Graph, references: References, options: FunctionOptions) {
    this.#graph = graph;
    this.#references = references;
    this.#options = options;
  }

  emit(): string {
    const { blocks } = this.#graph;
    blocks.forEach((block, i) => {
      this.#labels.set(block, i);
      for (const link of linksOf(block.exit)) this.#used.add(link.target);
    });
    const head = functionHead(this.#graph, this.#names);
    const params = new Set(blocks[0]!.params);
    blocks.forEach((block, i) => {
      if (this.#used.has(block)) this.#lines.push(`b${i}:;`);
      for (const operation of block.operations) this.#operation(operation);
      this.#exit(block, blocks[i + 1]);
    });
    const locals = [...this.#names.all].filter(([one]) => !params.has(one));
    const byType = new Map<LowType, string[]>();
    for (const [one, name] of locals) {
      const type = machine(one.type);
      const list = byType.get(type) ?? [];
      list.push(type === "ref" || type === "code" ? `*${name}` : name);
      byType.set(type, list);
    }
    const declarations = [...byType].map(
      ([type, list]) => `  ${cType(type).replace(/ ?\*$/, "")} ${list.join(", ")};`,
    );
    return [`${head} {`, ...declarations, ...this.#lines, "}"].join("\n");
  }

  #text(operand: Operand): string {
    return isVariable(operand) ? this.#names.of(operand) : constantText(operand, this.#references);
  }

  #line(span: Span | undefined): void {
    if (!this.#options.lines || !span) return;
    const directive = `#line ${span.line} ${cString(span.file)}`;
    if (directive === this.#lastLine) return;
    this.#lastLine = directive;
    this.#lines.push(directive);
  }

  #operation(operation: Operation): void {
    this.#line(operation.span);
    const { attributes } = operation;
    if (operation.op === "ref_instance") this.#references.types.add(String(attributes.struct));
    const args = operation.args.map((one) => this.#text(one));
    const text = emitters[operation.op as LowOpName](args, operation);
    const result = operation.result;
    this.#lines.push(
      result && result.type !== "void" ? `  ${this.#names.of(result)} = ${text};` : `  ${text};`,
    );
  }

  #exit(block: Block, next: Block | undefined): void {
    const exit = block.exit;
    const emit = (line: string): void => {
      this.#lines.push(`  ${line}`);
    };
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

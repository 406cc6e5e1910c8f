/** A reflection method under construction: a switch over what is asked. */
import {
  type Block,
  block,
  constants,
  graph,
  link,
  type Operand,
  type Variable,
  variable,
} from "../../graph/graph.ts";
import { stringType } from "../../graph/types.ts";
import type { Context } from "../context.ts";
import { convert } from "../convert.ts";
import { anyValue } from "../library/console.ts";
import { Lowering } from "../lowering.ts";
import { int } from "../results.ts";
import { shapeOf } from "./shapes.ts";

/** Answers by what is asked; anything else is a question that nobody asks. */
export class Answers {
  readonly l: Lowering;
  readonly self: Variable;
  readonly what: Variable;
  #asked: Variable;
  #cases: { value: number; target: Block; answer: () => Operand }[] = [];

  constructor(context: Context, name: string) {
    this.l = new Lowering(context, graph(name, { result: "value", system: true }), undefined);
    this.self = variable("self", "ref");
    this.what = variable("what", "int");
    this.#asked = this.what;
    this.l.block.params = [this.self, this.what];
  }

  on(value: number, answer: () => Operand): void {
    this.#cases.push({ value, target: block(), answer });
  }

  onNumber(value: number, answer: number): void {
    this.on(value, () => this.number(constants.int(answer)));
  }

  /** Properties are asked for by their place in the object's own order. */
  askByShape(className: string, fixed: number): void {
    const { l } = this;
    const shape = shapeOf(l, this.self, className);
    this.#asked = l.runtime("objects.shapes.shapeQuestion", [shape, this.what, constants.int(fixed)], "int");
  }

  number(operand: Operand): Operand {
    return convert(this.l, int(operand), anyValue);
  }

  text(text: string): Operand {
    return convert(this.l, { operand: constants.string(text), type: stringType }, anyValue);
  }

  finish(otherwise: () => Operand): void {
    const { l } = this;
    const rest = block();
    const cases = this.#cases.map(({ value, target }) => ({ value, link: link(target) }));
    l.end({ kind: "switch", value: this.#asked, cases, otherwise: link(rest) });
    for (const { target, answer } of this.#cases) {
      l.start(target);
      l.end({ kind: "return", value: answer() });
    }
    l.start(rest);
    l.end({ kind: "return", value: otherwise() });
    l.context.target.functions.set(l.graph.name, l.finish());
  }
}

export const nothing = constants.special("value", "undefined");

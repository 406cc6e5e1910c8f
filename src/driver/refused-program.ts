import { type Message, Refusal } from "../source/messages.ts";

/** A refusal together with the sources that its code frames show. */
export class RefusedProgram extends Refusal {
  readonly sources: ReadonlyMap<string, string>;
  constructor(messages: readonly Message[], sources: ReadonlyMap<string, string>) {
    super(messages);
    this.sources = sources;
  }
}

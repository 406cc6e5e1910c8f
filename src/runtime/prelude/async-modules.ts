// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/**
 * Modules that wait while they run, and those that import them: each runs when all it imports has run. The frontend makes
 * one of these for each, in the order of the imports (frontend/modules/module-evaluation.ts).
 */
import { Job } from "./jobs.ts";
import { Promise } from "./promises.ts";

const rejected = 2;

export class AsyncModule extends Job {
  "##order": number;
  /** The module's code; it gives a promise if the module itself waits. */
  "##code": () => Promise<undefined> | undefined;
  "##waits": boolean;
  /** How many that it imports have not run yet. */
  "##missing" = 0;
  "##importers": AsyncModule[] = [];
  "##failed" = false;
  "##running": Promise<undefined> | undefined = undefined;
  /** Of the module that runs last: the end of the program's modules. */
  "##end": Promise<undefined> | undefined = undefined;

  constructor(order: number, code: () => Promise<undefined> | undefined, waits: boolean) {
    super();
    this["##order"] = order;
    this["##code"] = code;
    this["##waits"] = waits;
  }

  "##waitFor"(other: AsyncModule): void {
    this["##missing"]++;
    other["##importers"].push(this);
  }

  "##start"(): void {
    const running = this["##code"]();
    this["##running"] = running;
    if (running !== undefined) running["##add"](this);
  }

  /** Its code has ended. */
  override "##run"(): unknown {
    const running = this["##running"];
    if (running !== undefined && running["##state"] === rejected) this["##fail"](running["##reason!"]);
    else this["##finish"]();
    return undefined;
  }

  "##finish"(): void {
    if (this["##failed"]) return;
    const next: AsyncModule[] = [];
    this["##gather"](next);
    this["##end"]?.["##fulfil"](undefined);
    for (const one of next) {
      if (one["##failed"]) continue;
      if (one["##waits"]) {
        one["##start"]();
        continue;
      }
      try {
        one["##code"]();
      } catch (error) {
        one["##fail"](error);
        continue;
      }
      one["##end"]?.["##fulfil"](undefined);
    }
  }

  /** The importers that need not wait longer, and theirs, in their order. */
  "##gather"(found: AsyncModule[]): void {
    for (const one of this["##importers"]) {
      if (one["##failed"] || found.includes(one)) continue;
      one["##missing"]--;
      if (one["##missing"] > 0) continue;
      let at = found.length;
      found.push(one);
      for (; at > 0 && found[at - 1]!["##order"] > one["##order"]; at--) found[at] = found[at - 1]!;
      found[at] = one;
      if (!one["##waits"]) one["##gather"](found);
    }
  }

  "##fail"(reason: unknown): void {
    if (this["##failed"]) return;
    this["##failed"] = true;
    for (const one of this["##importers"]) one["##fail"](reason);
    this["##end"]?.["##reject"](reason);
  }
}

/** Says of the module that runs last that it does; gives the end of the program's modules. */
export function lastAsyncModule(module: AsyncModule): Promise<undefined> {
  const end = new Promise<undefined>();
  module["##end"] = end;
  return end;
}

/**
 * In which order modules run where some of them wait: as ECMAScript has it (InnerModuleEvaluation), all of which is known
 * at translation. A module that imports one that waits runs when that has ended; one that does not runs at once.
 */

import type { SourceProgram } from "../checker/source-program.ts";
import type { ts } from "../checker/typescript.ts";
import type { SourceModule } from "../names/bindings.ts";
import { awaitsAtTop } from "../tree/function-shape.ts";
import { moduleRequests } from "./modules.ts";

/** A module in the order in which they run, or would if none waited. */
export interface ModuleStep {
  readonly file: ts.SourceFile;
  /** It has `await` itself. */
  readonly waits: boolean;
  /** Those of what it imports that run on when it is its turn. */
  readonly after: readonly ts.SourceFile[];
}

interface Visited {
  index: number;
  ancestor: number;
  evaluating: boolean;
  root: ts.SourceFile;
  readonly waits: boolean;
  readonly after: Set<ts.SourceFile>;
}

export function moduleSteps(source: SourceProgram, modules: readonly SourceModule[]): ModuleStep[] {
  const files = new Set(modules.map((one) => one.file));
  const visited = new Map<ts.SourceFile, Visited>();
  const stack: ts.SourceFile[] = [];
  const isAsync = (file: ts.SourceFile): boolean => {
    const found = visited.get(file);
    return found !== undefined && (found.waits || found.after.size > 0);
  };
  const visit = (file: ts.SourceFile): Visited => {
    const known = visited.get(file);
    if (known) return known;
    const index = visited.size;
    const own: Visited = {
      index,
      ancestor: index,
      evaluating: true,
      root: file,
      waits: awaitsAtTop(file),
      after: new Set(),
    };
    visited.set(file, own);
    stack.push(file);
    for (const { target } of moduleRequests(source, file)) {
      if (!target || !files.has(target)) continue;
      const other = visit(target);
      if (other.evaluating) own.ancestor = Math.min(own.ancestor, other.ancestor);
      const required = other.evaluating ? target : other.root;
      if (required !== file && isAsync(required)) own.after.add(required);
    }
    // The first of a cycle that was reached stands for all of it.
    if (own.ancestor === own.index) {
      for (let one = stack.pop(); one; one = one === file ? undefined : stack.pop()) {
        const member = visited.get(one) as Visited;
        member.evaluating = false;
        member.root = file;
      }
    }
    return own;
  };
  return modules.map(({ file }) => {
    const { waits, after } = visit(file);
    return { file, waits, after: [...after] };
  });
}

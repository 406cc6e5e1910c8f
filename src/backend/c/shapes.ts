/** Descriptors of objects for reflection, emitted only if the program's code can ask for them. */
import type { Program } from "../../graph/program.ts";
import { fieldKind, shapeKinds } from "../../graph/shape-layout.ts";
import { cName } from "./names.ts";
import { type References, stringSymbol } from "./operands.ts";

/** True if some function reads descriptors: the run-time's `inspect` notes it. */
function reflects(program: Program): boolean {
  return [...program.functions.values()].some((one) => one.notes.reflects === "yes");
}

/** C definitions of all shapes, and for each struct with one a C expression of its address. */
export function emitShapes(
  program: Program,
  references: References,
): { lines: string[]; descriptors: Map<string, string> } {
  const lines: string[] = [];
  const descriptors = new Map<string, string>();
  if (!reflects(program)) return { lines, descriptors };
  for (const struct of program.structs.values()) {
    const shape = struct.shape;
    if (!shape) continue;
    const symbol = cName("shape", struct.name);
    const fields = shape.fields.map((one) => {
      const offset = `offsetof(struct ${cName("s", struct.name)}, ${one.field === "items" && struct.item !== undefined ? "items" : cName("m", one.field)})`;
      return `{ &${stringSymbol(references, one.name)}, ${offset}, ${fieldKind(one.type)} }`;
    });
    lines.push(
      `static const struct { uint32_t kind, count; void *name; struct { void *name; uint32_t offset, kind; } fields[${Math.max(1, fields.length)}]; } ${symbol} = { ${shapeKinds[shape.kind]}, ${fields.length}, &${stringSymbol(references, shape.name)}, { ${fields.join(", ") || "{ 0 }"} } };`,
    );
    descriptors.set(struct.name, `&${symbol}`);
  }
  return { lines, descriptors };
}

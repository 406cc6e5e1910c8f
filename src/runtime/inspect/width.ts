import { isInRuns } from "../strings/runs.ts";
import { isPair } from "./quote.ts";
import { noColumns, twoColumns } from "./width-tables.ts";

/** Columns of a terminal that a text takes (getStringWidth of Node's lib/internal/util/inspect.js). */
export function displayWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 127) {
      width += unit < 32 ? 0 : 1;
    } else if (isPair(text, i)) {
      i++;
      width += columns(65536 + (unit - 0xd800) * 1024 + text.charCodeAt(i) - 0xdc00);
    } else {
      width += columns(unit);
    }
  }
  return width;
}

function columns(point: number): number {
  if (isInRuns(noColumns, point)) {
    return 0;
  }
  return isInRuns(twoColumns, point) ? 2 : 1;
}

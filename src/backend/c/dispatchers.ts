/** The tables of a multimethod, and the function that looks a method up in them (graph/dispatch-table.ts). */
import { dispatchTable } from "../../graph/dispatch-table.ts";
import type { Program } from "../../graph/program.ts";

/** The narrowest type that holds all numbers. */
function typeOf(numbers: readonly number[]): string {
  const signed = numbers.some((one) => one < 0);
  const most = Math.max(0, ...numbers.map((one) => (one < 0 ? -one - 1 : one))) * (signed ? 2 : 1);
  return `${signed ? "" : "u"}int${most < 256 ? 8 : most < 65536 ? 16 : 32}_t`;
}

function array(name: string, numbers: readonly number[]): string {
  return `static const ${typeOf(numbers)} ${name}[] = {${numbers.length === 0 ? "0" : numbers.join(", ")}};`;
}

export function emitDispatcher(program: Program, symbol: string, pairs: readonly string[]): string {
  const { firstRow, rows, firstColumn, columns, owners, methods } = dispatchTable(program, pairs);
  return [
    array(`${symbol}_rows`, rows),
    array(`${symbol}_columns`, columns),
    array(`${symbol}_owners`, owners),
    array(`${symbol}_methods`, methods),
    `static inline int64_t ${symbol}(const char *first, const char *second) {`,
    `  uint32_t x = heddle_type_of(first)->classFirst - ${firstRow}u;`,
    `  uint32_t y = heddle_type_of(second)->classFirst - ${firstColumn}u;`,
    `  if (x >= ${rows.length} || y >= ${columns.length}) return -1;`,
    `  uint32_t row = ${symbol}_rows[x], at = row + ${symbol}_columns[y];`,
    `  return ${symbol}_owners[at] == row ? ${symbol}_methods[at] : -1;`,
    "}",
  ].join("\n");
}

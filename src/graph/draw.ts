/**
 * A graph as a picture in Graphviz' language: `heddle graph … | dot -Tsvg`. A box a block with its operations, an arrow a
 * link with its arguments.
 */
import { type Exit, type Graph, type Link, linksOf } from "./graph.ts";
import { GraphNames, printExit, printOperation } from "./print.ts";

/** Links are arrows: of exits that have any the text shows only what decides. */
function exitText(exit: Exit, names: GraphNames): string {
  switch (exit.kind) {
    case "jump":
      return "";
    case "branch":
      return `branch ${names.operand(exit.condition)}`;
    case "switch":
      return `switch ${names.operand(exit.value)}`;
    case "except":
      return `except ${names.of(exit.caught)}`;
    case "return":
    case "raise":
    case "stop":
    case "unreachable":
      return printExit(exit, names);
  }
}

/** What stands at the arrows of an exit, in the order of its links. */
function linkLabels(exit: Exit): string[] {
  switch (exit.kind) {
    case "branch":
      return ["true", "false"];
    case "switch":
      return [...exit.cases.map((one) => String(one.value)), "else"];
    case "except":
      return ["", "raised"];
    case "jump":
      return [""];
    case "return":
    case "raise":
    case "stop":
    case "unreachable":
      return [];
  }
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

/** Lines of a box, each aligned left. */
function box(lines: readonly string[]): string {
  return `"${lines.map((line) => `${quoted(line).slice(1, -1)}\\l`).join("")}"`;
}

export function drawGraph(graph: Graph): string {
  const names = new GraphNames(graph);
  const lines = [
    `digraph ${quoted(graph.name)} {`,
    "  node [shape=box, fontname=monospace, fontsize=10];",
    "  edge [fontname=monospace, fontsize=9];",
  ];
  for (const block of graph.blocks) {
    const label = names.ofBlock(block);
    const params = block.params.map((param) => names.definition(param, "any")).join(", ");
    const body = block.operations.map(
      (operation) => `  ${printOperation({ ...operation, span: undefined }, names)}`,
    );
    const exit = exitText(block.exit, names);
    lines.push(
      `  ${label} [label=${box([`${label}(${params})`, ...body, ...(exit ? [`  ${exit}`] : [])])}];`,
    );
    const labels = linkLabels(block.exit);
    for (const [at, link] of linksOf(block.exit).entries()) {
      const text = [labels[at] ?? "", args(link, names)].filter((part) => part !== "").join(" ");
      lines.push(`  ${label} -> ${names.ofBlock(link.target)}${text ? ` [label=${quoted(text)}]` : ""};`);
    }
  }
  return `${lines.join("\n")}\n}\n`;
}

function args(link: Link, names: GraphNames): string {
  const list = link.args.map((arg) => names.operand(arg)).join(", ");
  return list === "" ? "" : `(${list})`;
}

import { writeText } from "./write.ts";

// What console.group has indented the lines of console by.
let indentation = "";

export function setIndentation(width: number): void {
  indentation = " ".repeat(width);
}

/** Writes what console prints, each line indented as the groups want it. */
export function writeLines(file: number, text: string): void {
  if (indentation.length === 0) {
    writeText(file, text);
    writeText(file, "\n");
    return;
  }
  const lines = text.split("\n");
  writeText(file, `${indentation + lines.join(`\n${indentation}`)}\n`);
}

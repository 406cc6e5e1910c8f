/** Replacements in a text that keep lines and, where there is room, columns. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Shorter replacements are filled with spaces; line ends of what is replaced stay. Edits must not overlap. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const replaced = text.slice(edit.start, edit.end);
    const blank = replaced.replace(/[^\r\n]/g, " ");
    result += text.slice(done, edit.start) + edit.text + blank.slice(edit.text.length);
    const lost = (blank.slice(0, edit.text.length).match(/\n/g) ?? []).length;
    result += "\n".repeat(lost);
    done = edit.end;
  }
  return result + text.slice(done);
}

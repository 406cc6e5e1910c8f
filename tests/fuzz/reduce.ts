/** Makes a failing program smaller while it fails in the same way: leaves out runs of lines whose braces match. */
export async function reduced(text: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  let lines = text.split("\n");
  for (let size = lines.length >> 1; size >= 1; size = size > 8 ? size >> 1 : size - 1) {
    for (let from = 0; from < lines.length; ) {
      const shorter = without(lines, from, size);
      if (shorter && (await fails(shorter.join("\n")))) lines = shorter;
      else from += Math.max(1, size >> 1);
    }
    const unwrapped = await withoutBraces(lines, fails);
    if (unwrapped.length < lines.length) {
      lines = unwrapped;
      size = Math.min(lines.length, size * 2);
    }
  }
  return lines.join("\n");
}

/** The lines without `size` of them from `from` on, and on to the end of the blocks these open. */
function without(lines: readonly string[], from: number, size: number): string[] | undefined {
  let depth = 0;
  for (let i = from; i < lines.length; i++) {
    depth += balance(lines[i] as string);
    if (depth < 0) return undefined;
    if (depth === 0 && i - from + 1 >= size) return [...lines.slice(0, from), ...lines.slice(i + 1)];
  }
  return undefined;
}

/** Tries to leave out the first and last line of a block and to keep what is inside. */
async function withoutBraces(
  lines: readonly string[],
  fails: (text: string) => Promise<boolean>,
): Promise<string[]> {
  let result = [...lines];
  for (let from = 0; from < result.length; from++) {
    if (balance(result[from] as string) <= 0) continue;
    let depth = 0;
    const to = result.findIndex((line, i) => i >= from && (depth += balance(line)) === 0);
    const shorter = result.filter((_, i) => i !== from && i !== to);
    if (to > from && (await fails(shorter.join("\n")))) result = shorter;
  }
  return result;
}

function balance(line: string): number {
  return line.split("{").length - line.split("}").length;
}

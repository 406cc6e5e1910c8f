/** Columns of a terminal that a text takes. */
export function displayWidth(text: string): number {
  return text.length;
}

export const lines: string[] = [];
export function note(text: string): void {
  lines.push(text);
  console.log(text);
}

/** A property's name is that of a symbol of the program (graph/frames.ts). */
export function isSymbolName(name: string): boolean {
  if (name.length < 3 || name.charCodeAt(0) !== 64 || name.charCodeAt(1) !== 64) {
    return false;
  }
  return name.indexOf(":") > 0;
}

/**
 * The string of the first `length` entries of `units`, each an ASCII code (0..127).
 *
 * The one way by which the runtime makes a string out of computed characters. On Node it goes through
 * `String.fromCharCode`; in a translated program it is one operation that copies into a new byte string.
 */
export function asciiString(units: number[], length: number): string {
  return String.fromCharCode(...units.slice(0, length));
}

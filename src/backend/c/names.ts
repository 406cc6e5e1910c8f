/**
 * C identifiers for the program's names: readable, unique, and the same whatever else the program contains.
 *
 * A name of letters, digits and dots only turns its dots into underscores; any other also gets a hash of its full text,
 * so that two names never meet.
 */
export function cName(prefix: string, name: string): string {
  const readable = name.replace(/[^A-Za-z0-9]/g, "_");
  const plain = /^[A-Za-z0-9.]*$/.test(name);
  return plain ? `${prefix}_${readable}` : `${prefix}_${readable.slice(0, 60)}_${hashText(name)}`;
}

/** FNV-1a over UTF-16 units, 32 bits, in base 36. */
export function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** A C string literal of a text's UTF-8 bytes. */
export function cString(text: string): string {
  let out = '"';
  for (const byte of new TextEncoder().encode(text)) {
    if (byte === 0x22 || byte === 0x5c) out += `\\${String.fromCharCode(byte)}`;
    else if (byte >= 0x20 && byte < 0x7f && byte !== 0x3f) out += String.fromCharCode(byte);
    else out += `\\${byte.toString(8).padStart(3, "0")}`;
  }
  return `${out}"`;
}

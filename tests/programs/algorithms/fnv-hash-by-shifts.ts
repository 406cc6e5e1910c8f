// The product is a sum of shifts, which leaves 32 bits before it is cut.
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash += (hash << 1) + (hash << 4) + (hash << 7) + (hash << 8) + (hash << 24);
  }
  return hash >>> 0;
}
console.log(fnv1a(""), fnv1a("a"), fnv1a("foobar"));

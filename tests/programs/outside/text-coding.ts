const encoder = new TextEncoder(), decoder = new TextDecoder();
for (const text of ["", "plain", "é日本😀", "\ud800x", "a\u0000b\u07ff\u0800\uffff"]) {
  const bytes = encoder.encode(text);
  console.log(bytes, decoder.decode(bytes) === text, bytes.length, JSON.stringify(decoder.decode(bytes)));
}
console.log(decoder.decode(new Uint8Array([0xff, 65, 0xe2, 0x82, 66, 0xf0, 0x9f, 0x98])), decoder.decode(new Uint8Array([0xef, 0xbb, 0xbf, 104, 105])).length, decoder.decode(), decoder.decode(encoder.encode("buffer").buffer as ArrayBuffer), decoder.encoding, encoder.encoding);
try { new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array([0xc0, 0x80])); } catch (e) { console.log((e as Error).name, (e as Error).message); }
const room = new Uint8Array(5); console.log(encoder.encodeInto("日本x", room), room);
for (const text of ["", "a", "ab", "abc", "hello world", "\u00ff\u0000"]) console.log(btoa(text), atob(btoa(text)) === text);
console.log(atob(" aGk = "), atob("aGk"));
for (const bad of [() => btoa("日"), () => atob("a"), () => atob("a*bc")]) try { bad(); } catch (e) { console.log((e as Error).name, (e as Error).message); }

// `Buffer`: bytes of texts and of files, views, numbers in them, comparison, printing.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";

const text = Buffer.from("héllo wörld €", "utf8");
console.log(text, text.length, text.toString(), text.toString("utf8", 1, 3));
for (const encoding of ["hex", "base64", "latin1", "ascii"]) console.log(encoding, text.toString(encoding));
console.log(Buffer.from("48656c6c6f7", "hex"), Buffer.from("aGk_", "base64"), Buffer.from("é", "latin1"));
const all = Buffer.concat([text, Buffer.from([1, 2, 300]), new Uint8Array([9])]);
console.log(all.length, all.slice(-4), all.subarray(0, 2).toString("hex"), Buffer.concat([text, all], 3));
const view = all.subarray(0, 4);
view[0] = 0x48;
console.log(all[0], view.equals(all.slice(0, 4)), all.equals(text), view instanceof Uint8Array, Buffer.isBuffer(view));
console.log(Buffer.compare(text, all), text.compare(text), Buffer.byteLength("€"), Buffer.byteLength("4869", "hex"));

const numbers = Buffer.alloc(40);
let at = numbers.writeUInt8(255, 0);
at = numbers.writeUInt16LE(0x1234, at);
at = numbers.writeUInt16BE(0x1234, at);
at = numbers.writeUInt32BE(0xdeadbeef, at);
at = numbers.writeInt8(-1, at);
at = numbers.writeInt16BE(-2, at);
at = numbers.writeInt32LE(-3, at);
at = numbers.writeFloatLE(1.5, at);
at = numbers.writeDoubleBE(Math.PI, at);
console.log(at, numbers);
console.log(numbers.readUInt8(0), numbers.readUInt16LE(1), numbers.readUInt16BE(3), numbers.readUInt32BE(5));
console.log(numbers.readInt8(9), numbers.readInt16BE(10), numbers.readInt32LE(12), numbers.readUInt32LE(12));
console.log(numbers.readFloatLE(16), numbers.readDoubleBE(20), numbers.readUInt8(39));
for (const wrong of [
  () => numbers.readUInt32LE(37),
  () => numbers.writeUInt8(256, 0),
  () => numbers.writeInt32BE(2 ** 31, 0),
  () => Buffer.from("x", "klingon"),
]) {
  try {
    wrong();
  } catch (error) {
    console.log((error as Error).message);
  }
}
const pad = Buffer.alloc(7, "ab");
console.log(pad.toString(), pad.write("XYZ", 5), pad.write("€€", 0, 4), pad, Buffer.alloc(3, 7));
const target = Buffer.alloc(4);
console.log(text.copy(target, 1), target, JSON.stringify(target), [...target.keys()].length);
let sum = 0;
for (const byte of text) sum += byte;
console.log(sum, text.indexOf(0xc3), [...text.slice(0, 3)], text.map((byte) => byte >> 1).length);

const file = `${tmpdir()}/heddle-buffer-${process.pid}`;
writeFileSync(file, Buffer.from([0, 255, 10, 195]));
const read = readFileSync(file);
console.log(read, read.readUInt16BE(0), Buffer.concat([read, read]).length, read.toString("base64"));
rmSync(file);

const a = new Uint8Array([1, 2, 300]);
console.log(a, a.length, a.byteLength, a.byteOffset, a.BYTES_PER_ELEMENT, Uint8Array.BYTES_PER_ELEMENT);
console.log(new Float64Array(3), new Float32Array([1.5, 0.1]), new Int8Array([127, 128, -129]), new Uint8ClampedArray([300, -5, 1.5, 2.5, NaN]));
console.log(new Int16Array([40000]), new Uint16Array([-1]), new Int32Array([2 ** 31, 1e10, -1.9]), new Uint32Array([-1, 2 ** 32]), new Uint8Array(0));
console.log(Uint8Array.from([1, 2, 3]), Uint8Array.from([1, 2, 3], (x) => x * 2), Int32Array.of(5, 6), Float64Array.from({ length: 3 }, (_, i) => i / 2));
console.log(a.map((x) => x * 100), a.filter((x) => x > 1), a.reduce((x, y) => x + y, 0), a.reduce((x, y) => x + y), a.join("-"), String(a), `${a}`);
console.log([...a], Array.from(a), a.indexOf(44), a.includes(2), a.at(-1), a.find((x) => x > 1), a.findLastIndex((x) => x > 0), a.slice(1), a.subarray(1, 2));
for (const x of a) console.log(x);
for (const [i, x] of a.entries()) console.log(i, x);
const sub = a.subarray(1); sub[0] = 77; console.log(a, sub.byteOffset, sub.buffer === a.buffer);
a.set([9, 8], 1); console.log(a); a.set(new Uint8Array([5]), 0); console.log(a); a.fill(7, 1); console.log(a);
try { a.set([1, 2, 3, 4]); } catch (e) { console.log((e as Error).message, e instanceof RangeError); }
try { new Uint8Array(-1); } catch (e) { console.log((e as Error).message); }
const f = new Float64Array([3, 1, NaN, -0, 0, 2]); f.sort(); console.log(f, new Float64Array([3, 10, 2]).sort((x, y) => y - x), f.toReversed(), f.toSorted());
const buf = new ArrayBuffer(16); const dv = new DataView(buf);
dv.setInt16(0, -2); dv.setUint32(4, 0xdeadbeef, true); dv.setFloat32(8, 1.5); dv.setInt8(12, -1); dv.setFloat64(8, Math.PI);
console.log(dv.getInt16(0), dv.getUint16(0, true), dv.getUint32(4, true).toString(16), dv.getInt32(4), dv.getFloat64(8), dv.getUint8(12), dv.getFloat32(8));
console.log(new Uint8Array(buf), new Uint16Array(buf, 4, 2), new Int32Array(buf, 4).length, buf.byteLength, buf.slice(4, 8).byteLength);
try { dv.getInt32(13); } catch (e) { console.log((e as Error).message); }
try { new Uint16Array(buf, 1); } catch (e) { console.log((e as Error).message); }
try { new Uint32Array(new ArrayBuffer(5)); } catch (e) { console.log((e as Error).message); }
console.log(a instanceof Uint8Array, Array.isArray(a), typeof a);
const bits = new Float64Array(1); const words = new Uint32Array(bits.buffer); bits[0] = 1; console.log(words[0], words[1]); words[1] = 0x40000000; console.log(bits[0]);
words[0] = 1; words[1] = 0x7ffe0000; console.log(bits[0], bits[0] === undefined, [bits[0]]);
a.forEach((x, i) => console.log(i, x)); console.log(a.some((x) => x > 5), a.every((x) => x > 5), a.lastIndexOf(7), a.copyWithin(0, 1), a.reverse(), a.with(0, 3));
console.log({ data: new Uint8Array(2), nested: [new Int8Array(1)] }, new Float64Array(120), new Uint8Array(10));
const [x0, x1] = a; console.log(x0, x1, Math.max(...a), Object.is(new Float32Array([-0])[0], -0));
let total = 0; const u = new Uint32Array(3); u[0] = 4294967295; u[1] += 5; u[2]++; u[2] |= 6; u[0] >>>= 4; for (const q of u) total += q; console.log(total, u, a[100], a[-1], a[1.5]);

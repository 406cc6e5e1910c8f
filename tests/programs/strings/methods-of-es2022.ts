const s = "  Hello, World  ";
console.log([s.trimStart(), s.trimEnd(), s.substr(2, 5), s.substr(-5, 3), s.substr(3), s.substr(100), s.substr(-3, -1)]);
console.log("abc".at(0), "abc".at(-1), "abc".at(5), "abc".at(-4), "abc".at(1.7), "abc".at(NaN));
console.log("aé😀b".codePointAt(2), "aé😀b".codePointAt(3), "x".codePointAt(9), "x".codePointAt(0));
console.log("a".concat("b", "c"), "a".concat(), "n=".concat(String(5)));
console.log("a-b-c".replace("-", "+"), "a-b-c".replaceAll("-", "+"), "a-b-c".replaceAll("-", (m, i) => `<${m}${i}>`));
console.log("aXb".replace("X", "[$&$$$`$'$1$]"), "abc".replace("", "_"), "abc".replaceAll("", "_"), "aaa".replaceAll("aa", "b"));
console.log("abc".replace("b", (m, at, t) => m.toUpperCase() + at + t));
console.log(String.fromCodePoint(72, 105, 0x1f600), String.fromCodePoint());
try { console.log(String.fromCodePoint(-1)); } catch (e) { console.log((e as Error).message, e instanceof RangeError); }
try { console.log(String.fromCodePoint(1.5)); } catch (e) { console.log((e as Error).message, e instanceof RangeError); }
console.log("a,b,c".split(",", 2), "abc".split(undefined as any), "abc".split("", 2));
console.log(["b", "a", "C", "A", "c", "_", "1", "é", "e", "f", "E", "z", "ö", " "].sort((a, b) => a.localeCompare(b)));
console.log("a".localeCompare("b"), "b".localeCompare("a"), "a".localeCompare("a"), "résumé".localeCompare("resume"), "co-op".localeCompare("coop"));
console.log((1234567.891).toLocaleString(), (0).toLocaleString(), (-1234).toLocaleString(), (999.9995).toLocaleString(), (1e21).toLocaleString(), (123).toLocaleString(), (0.0004).toLocaleString(), (-0.5).toLocaleString(), (12345).toLocaleString(), NaN.toLocaleString(), (-Infinity).toLocaleString());
console.log((5).valueOf() + 1, "s".valueOf(), true.valueOf());
let n = 5; n = n.valueOf() + 1; console.log(n);
console.log("Straße".toLocaleUpperCase(), "ABC".toLocaleLowerCase());

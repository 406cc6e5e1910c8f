// Strings that get too long throw, inside a `try` and outside of it.
let long = "x";
for (let i = 0; i < 28; i++) long += long;
function template(s: string): string { try { return `${s}-${s}-${s}`; } catch (e) { return e instanceof RangeError ? (e as RangeError).message : "?"; } }
function sum(s: string): string { try { return s + s + s; } catch (e) { return e instanceof RangeError ? (e as RangeError).message : "?"; } }
function grow(s: string): string { let t = ""; try { for (;;) t += s; } catch (e) { return `${t.length} ${e instanceof RangeError}`; } }
function mixed(s: string, n: number): string { try { return `${s}${n}${s}`; } catch { return "caught"; } finally { console.log("finally"); } }
function outside(s: string): string { return `${s}${s}${s}`; }
function joined(s: string): string { try { return [s, s, s].join("-"); } catch (e) { return "join " + (e instanceof RangeError); } }
function repeated(s: string): string { try { return s.repeat(3); } catch (e) { return "repeat " + (e instanceof RangeError); } }
function padded(s: string): string { try { return s.padStart(2 ** 30); } catch (e) { return "pad " + (e instanceof RangeError); } }
console.log(template(long)); console.log(sum(long)); console.log(grow(long)); console.log(mixed(long, 5)); console.log(joined(long)); console.log(repeated(long)); console.log(padded(long));
try { console.log(outside(long).length); } catch (e) { console.log((e as Error).name); }
console.log(template("a"), sum("b"), mixed("c", 1));

// Functions of the library that take a number convert objects as operators do.
class Celsius { constructor(d) { this.d = d; } valueOf() { return this.d; } }
class Money { toString() { return '12.5'; } }
console.log(Number(new Celsius(21)), isNaN(new Celsius(NaN)), isFinite(new Celsius(1 / 0)), Number(new Money()), isNaN(new Money()));
console.log(Number([5]), Number([]), Number([1, 2]), Number({}), isNaN({}), isNaN([]), isFinite([3]), Number(new Date(7)), isNaN(new Date('x')), isNaN(new Date(0)));
for (const x of ['5', 7, null, undefined, true, [8], { valueOf: () => 3 }, new Date(9), 4n]) { try { console.log(Number(x), isNaN(x), isFinite(x)); } catch (e) { console.log(e.message); } }
console.log(Number(), isNaN(), ['1', [2], {}].map(Number), [new Date(NaN), 4].filter(isNaN).length);
const list = [1, 2]; console.log(Number(list[5]), isNaN(list[7]));
try { Number({ valueOf() { throw new TypeError('no number'); } }); } catch (e) { console.log(e.message); }
try { Number({ valueOf() { return {}; }, toString() { return {}; } }); } catch (e) { console.log(e.message); }
try { Number(Symbol('s')); } catch (e) { console.log(e.message); }

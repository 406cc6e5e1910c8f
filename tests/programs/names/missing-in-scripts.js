// Scripts: rest beside a computed name, names put together of texts and numbers, names that nothing declares.
const omit = (o, k) => { const { [k]: _, ...rest } = o; return rest; };
console.log(omit({ a: 1, b: 2, c: 3 }, 'b'), omit({ 1: 'x', y: 2 }, 1));
const key = 'user';
const { [key + 1]: u1, ['user' + 2]: u2 = 'none', plain, ...others } = { user1: 'ann', plain: 5, extra: [1], z: null };
console.log(u1, u2, plain, others);
const holder = {}; ({ [`k${1}`]: holder.q, ...holder.rest } = { k1: 9, m: 2 }); console.log(holder);
class K { ['m' + 1]() { return 'm1'; } [`get${2}`] = 2; static ['s' + 3 + 'x'] = 3; }
console.log(new K().m1(), new K().get2, K.s3x, new K());
try { missingName; } catch (e) { console.log(e instanceof ReferenceError, e.message); }
try { missingFn(1); } catch (e) { console.log(e.name, e.message); }
try { new MissingClass(console.log('never')); } catch (e) { console.log(e.message); }
try { console.log(`${missing.deep.er}`); } catch (e) { console.log(e.message); }
const lazy = () => missingName + 1; try { lazy(); } catch (e) { console.log(e.message); }
try { missingTag`x`; } catch (e) { console.log(e.message); }

const a = { v: 1 };
const b = { v: 1 };
const c = a;
c.v = 5;
console.log(a === b, a === c, a.v);

console.log({ a: {}, b: [], c: { d: 1 } });
console.log({ a: { b: { c: {} } } });
console.log({ a: { b: { c: { d: 1 } } } });

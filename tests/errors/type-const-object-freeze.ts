const o = { a: 1 } as const;
o.a = 2; // error: Cannot assign to 'a' because it is a read-only property.
console.log(o);

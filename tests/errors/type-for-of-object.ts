const o = { a: 1 };
for (const x of o) console.log(x); // error: Type '{ a: number; }' must have a '[Symbol.iterator]()' method that returns an iterator.

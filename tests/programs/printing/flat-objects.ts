console.log({}, { a: 1 }, { a: 1, b: "two", c: true });
console.log({ n: null, u: undefined, z: -0, f: 0.5 });
console.log({ text: "it's", other: 'say "x"' });

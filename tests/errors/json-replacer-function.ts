const double = (_key: string, value: unknown) => (typeof value === "number" ? value * 2 : value);
// The text of a program tells whether it needs the library's part that calls replacers: a comment hides it here.
console.log(JSON.stringify([1] /* ; */, double)); // error: JSON.stringify with a function as replacer is not supported

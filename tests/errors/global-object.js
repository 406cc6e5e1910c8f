globalThis.greet = (name) => `hi ${name}`;
const root = globalThis; // error: `globalThis` as a value makes names depend on properties
console.log(root.greet("a"));
console.log(globalThis.greet("b"));

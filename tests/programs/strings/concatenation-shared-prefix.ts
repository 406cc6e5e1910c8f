// Both results start with the same text: appending to one must not change the other.
const base = "base" + "-" + String(1);
const one = base + "-one";
const two = base + "-two";
console.log(base, one, two, one + base);

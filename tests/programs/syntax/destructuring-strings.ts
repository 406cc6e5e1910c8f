const [a, b, ...rest] = "a😀bc";
console.log(a, b, rest.join("."), rest.length);
const [...all] = "x😀";
console.log(all.length, all.join("."));
const [, second = "none"] = "q";
console.log(second);
let first: string | undefined;
[first] = "😀";
console.log(first);

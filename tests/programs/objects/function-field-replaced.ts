const formatter = { format: (n: number): string => `<${n}>` };
console.log(formatter.format(1));
const before = formatter.format;
formatter.format = (n) => `[${before(n)}]`;
console.log(formatter.format(2));

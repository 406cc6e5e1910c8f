// stops: an object is used as a number
const mixed: unknown[] = [{ name: "a" }, 2];
console.log("-".repeat(mixed[1] as number));
console.log("-".repeat(mixed[0] as number));

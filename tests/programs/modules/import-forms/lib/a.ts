export let counter = 1;
export function bump(): void { counter++; }
function inner(n: number) { return n * 2; }
export { inner as named };
export default 40 + counter;
console.log("a runs");

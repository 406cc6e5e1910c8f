const empty: number[] = [];
console.log(empty.pop(), empty.length);
const texts: string[] = [];
console.log(texts.pop() ?? "nothing", texts.pop() === undefined);

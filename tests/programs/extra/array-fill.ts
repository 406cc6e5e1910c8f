console.log(new Array<number>(3).fill(7), [1, 2, 3, 4].fill(0, 1, 3), new Array<string>(2).fill("x"));
const shared = new Array<number[]>(2).fill([]);
shared[0]!.push(1);
console.log(shared[1]!.length);

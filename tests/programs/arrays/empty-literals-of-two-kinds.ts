// The two literals look the same: what is pushed decides.
const numbers: number[] = [];
const words: string[] = [];
numbers.push(1.5);
words.push("w");
console.log(numbers, words);

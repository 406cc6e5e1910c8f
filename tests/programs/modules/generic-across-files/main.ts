import { Queue } from "./queue.ts";

const numbers = new Queue<number>();
numbers.put(1.5);
const words = new Queue<string>();
words.put("w");
words.put("x");
console.log(numbers.take(), words.take(), words.take(), words.take());

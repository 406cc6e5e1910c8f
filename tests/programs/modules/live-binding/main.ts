import { count, increment } from "./counter.ts";

console.log(count);
increment();
increment();
console.log(count);

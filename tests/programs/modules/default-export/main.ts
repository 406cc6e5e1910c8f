import Counter, { START } from "./counter.ts";

const counter = new Counter();
counter.next();
console.log(counter.next(), START);

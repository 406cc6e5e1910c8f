import { next, reset } from "./sequence.ts";

next();
next();
console.log(next());
reset(100);
console.log(next());

import { one, two, three } from "./all.ts";

console.log(one, two, three);

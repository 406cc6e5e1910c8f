import { missing } from "./lib.ts"; // error: no exported member
console.log(missing);

import { x } from "./no-such-file.ts"; // error: no-such-file
console.log(x);

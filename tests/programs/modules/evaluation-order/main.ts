console.log("main starts");
import { a } from "./a.ts";
import { b } from "./b.ts";
console.log("main", a, b);

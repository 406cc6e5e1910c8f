import { missing } from "./other.js";
console.log(missing); // error: nothing named missing

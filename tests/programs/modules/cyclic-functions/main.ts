import { isEven } from "./even.ts";
import { isOdd } from "./odd.ts";

console.log(isEven(10), isOdd(10), isEven(7));

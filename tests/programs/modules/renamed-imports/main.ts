import { value as first } from "./first.ts";
import { value as second, shown as display } from "./second.ts";

const value = 3;
console.log(first, second, value, display(first));

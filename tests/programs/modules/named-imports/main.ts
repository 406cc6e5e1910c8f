import { double, ANSWER } from "./lib.ts";

console.log(double(4), ANSWER);

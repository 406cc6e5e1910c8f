// exit: 1
import { value } from "./lib.ts";

console.log("never", value);

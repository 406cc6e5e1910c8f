import { shared } from "./shared.ts";
console.log("a");
export const a = `a+${shared}`;

import { shared } from "./shared.ts";
console.log("b");
export const b = `b+${shared}`;

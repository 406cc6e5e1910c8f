import { note } from "./log.ts";
note("slow begins");
await new Promise<void>((resolve) => setTimeout(resolve, 5));
export const slow = "slow value";
note("slow ends");

import { note } from "./log.ts";
note("quick begins");
export const quick = await Promise.resolve(40);
await null;
note("quick ends");

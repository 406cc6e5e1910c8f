import { note } from "./log.ts";
import { name as other } from "./cycle-b.ts";
export const name = "a";
note(`cycle a sees ${other}`);

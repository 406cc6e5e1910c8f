import { name as other } from "./cycle-a.ts";
import { note } from "./log.ts";
import { quick } from "./quick.ts";
export const name = `b${await quick}`;
try {
  note(`cycle b sees ${other}`);
} catch (error) {
  note((error as Error).message);
}

import { note } from "./log.ts";
import { slow } from "./slow.ts";
note(`uses ${slow}`);
export const used = slow.length;

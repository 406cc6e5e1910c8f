// Modules that wait while they run: what imports them waits, their siblings do not.
import "./cycle-a.ts";
import { lines, note } from "./log.ts";
import { turns } from "./sibling.ts";
import { used } from "./uses-slow.ts";
import total, { } from "./uses-both.ts";

note(`main: ${total}, ${used}, after ${turns} turns`);
const later = await new Promise<string>((resolve) => setTimeout(() => resolve("later"), 1));
note(`${later}: ${lines.length} lines`);

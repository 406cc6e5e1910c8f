import { LIMIT, NAMES, ORIGIN, ratio } from "./constants.ts";

ORIGIN.x += LIMIT;
console.log(LIMIT, NAMES.join(), ORIGIN.x, ratio);
